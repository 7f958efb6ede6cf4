using System.Collections.Immutable;
using System.Text;
using Conformance.Documents;

namespace Conformance.Comparison;

/// <content>The current state of rooms whose events differ. Where they don't, the states can't either.</content>
internal sealed partial class ArchiveComparison
{
    private (ImmutableArray<RoomStateDifference> States, int Equal) States()
    {
        var rooms = new HashSet<byte[]>(Utf8Comparer.Instance);
        foreach ((byte[] room, (ulong Sum, long Count) tally) in _before.Rooms.Rooms)
        {
            if (_after.Rooms.Rooms.TryGetValue(room, out (ulong Sum, long Count) other) && tally != other)
            {
                rooms.Add(room);
            }
        }

        if (rooms.Count == 0)
        {
            return ([], 0);
        }

        // What was counted and listed needs no remembering while rooms are held.
        _before = new TableTarget(0);
        _after = new TableTarget(0);
        Dictionary<byte[], SortedDictionary<(string Type, string StateKey), string>> before = RoomStateReader.Read(_first, rooms, _thirdParty, _options, _cancellation);
        Dictionary<byte[], SortedDictionary<(string Type, string StateKey), string>> after = RoomStateReader.Read(_second, rooms, _thirdParty, _options, _cancellation);
        var states = new List<RoomStateDifference>();
        int equal = 0;
        foreach ((byte[] room, SortedDictionary<(string Type, string StateKey), string> state) in before)
        {
            if (!after.TryGetValue(room, out SortedDictionary<(string Type, string StateKey), string>? other))
            {
                continue;
            }

            List<StateDifference> entries = Compare(state, other);
            equal += entries.Count == 0 ? 1 : 0;
            if (entries.Count > 0)
            {
                states.Add(new RoomStateDifference(Encoding.UTF8.GetString(room), entries.Count, [.. entries.Take(_options.Listed)]));
            }
        }

        return ([.. states.OrderBy(state => state.Room, StringComparer.Ordinal)], equal);
    }

    private static List<StateDifference> Compare(
        SortedDictionary<(string Type, string StateKey), string> before, SortedDictionary<(string Type, string StateKey), string> after)
    {
        var entries = new List<StateDifference>();
        foreach (((string type, string stateKey), string id) in before)
        {
            string? other = after.GetValueOrDefault((type, stateKey));
            if (other != id)
            {
                entries.Add(new StateDifference(other is null ? DifferenceKind.Lost : DifferenceKind.Changed, type, stateKey, id, other));
            }
        }

        foreach (((string type, string stateKey), string id) in after)
        {
            if (!before.ContainsKey((type, stateKey)))
            {
                entries.Add(new StateDifference(DifferenceKind.Invented, type, stateKey, null, id));
            }
        }

        return entries;
    }
}
