using System.Globalization;
using Conformance.Rooms.Graphs;

namespace Conformance.Tests.Rooms.Graphs;

/// <summary>
/// A room's graph from lines such as <c>M03:4 &lt; M02A M02B</c>: an event, its depth and what it follows. Its time follows from its depth
/// and the last letter of its name. An event that no line begins with isn't there.
/// <c>!</c> after the depth says that it was rejected, <c>~</c> soft-failed, <c>*</c> held apart.
/// </summary>
internal sealed class GraphFixture
{
    private readonly Dictionary<string, GraphPlace> _places = [];

    public GraphFixture(params string[] lines)
        : this("10", lines)
    {
    }

    public GraphFixture(string version, IEnumerable<string> lines)
    {
        Room = new RoomFixture(version, "$" + lines.First().Split(':')[0]);
        foreach (string line in lines)
        {
            string[] sides = line.Split('<', StringSplitOptions.TrimEntries);
            string[] head = sides[0].Split(':');
            string id = "$" + head[0];
            _places[id] = Places(head[1]);
            string[] prev = sides.Length < 2 ? [] : [.. sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => "$" + name)];
            long depth = long.Parse(head[1].TrimEnd('!', '~', '*'), CultureInfo.InvariantCulture);
            bool isCreate = Room.Events.Count == (Room.Events.RoomCreate >= 0 ? 1 : 0) && prev.Length == 0;
            Room.Add(
                id,
                isCreate ? "m.room.create" : "m.room.message",
                isCreate ? "" : null,
                "@a:a",
                "{}",
                prev,
                change: pdu =>
                {
                    pdu["depth"] = depth;
                    pdu["origin_server_ts"] = (Math.Min(depth, 1L << 40) * 1000) + (id[^1] is >= 'A' and <= 'Z' ? id[^1] - 'A' : 0);
                });
        }
    }

    public RoomFixture Room { get; }

    public RoomGraph Analyse(GraphLimits? limits = null)
    {
        var places = new GraphPlace[Room.Events.Count];
        foreach ((string id, GraphPlace place) in _places)
        {
            places[Room[id]] = place;
        }

        return new RoomGraph(Room.Events, places, limits);
    }

    public int this[string name] => Room["$" + name];

    /// <summary>Events by the names of the lines.</summary>
    public string Names(IEnumerable<int> events) => string.Join(' ', events.Select(Name));

    public string Name(int index) => Room.Events.IdOf(index)[1..];

    public string Redundant(RoomGraph graph) => string.Join(' ', graph.Redundant.Select(entry => $"{Name(entry.Event)}>{Name(entry.Prev)}"));

    private static GraphPlace Places(string text) =>
        (text.Contains('!', StringComparison.Ordinal) ? GraphPlace.Rejected : 0)
        | (text.Contains('~', StringComparison.Ordinal) ? GraphPlace.SoftFailed : 0)
        | (text.Contains('*', StringComparison.Ordinal) ? GraphPlace.Outlier : 0);
}
