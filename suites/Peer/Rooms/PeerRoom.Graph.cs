using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;

namespace Conformance.Suites.Peer.Rooms;

/// <content>Walks through the graph.</content>
internal sealed partial class PeerRoom
{
    /// <summary>Events and what came before them, breadth first (Server-Server API, Backfilling and retrieving missing events).</summary>
    /// <param name="from">Where to begin; these are part of it.</param>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<RoomEvent> Backwards(IEnumerable<RoomEvent> from, int limit)
    {
        var found = new List<RoomEvent>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<RoomEvent>(from);
        while (found.Count < limit && open.TryDequeue(out RoomEvent? made))
        {
            if (!seen.Add(made.Id) || IsOutlier(made))
            {
                continue;
            }

            found.Add(made);
            foreach (RoomEvent prev in PrevOf(made))
            {
                open.Enqueue(prev);
            }
        }

        return found;
    }

    /// <summary>The events between some and others (Server-Server API, <c>get_missing_events</c>).</summary>
    /// <param name="latest">Where to begin; these are no part of it.</param>
    /// <param name="earliest">The IDs where to stop; these are no part of it either.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="minDepth">The smallest depth.</param>
    /// <returns>The events, the oldest first.</returns>
    public IReadOnlyList<RoomEvent> Between(IEnumerable<string> latest, IEnumerable<string> earliest, int limit, long minDepth)
    {
        var seen = new HashSet<string>(earliest, StringComparer.Ordinal);
        var found = new List<RoomEvent>();
        var open = new Queue<RoomEvent>(latest.Select(Find).OfType<RoomEvent>());
        seen.UnionWith(open.Select(made => made.Id));
        while (open.TryDequeue(out RoomEvent? made))
        {
            foreach (RoomEvent prev in PrevOf(made))
            {
                if (found.Count < limit && !IsOutlier(prev) && DepthOf(prev) >= minDepth && seen.Add(prev.Id))
                {
                    found.Add(prev);
                    open.Enqueue(prev);
                }
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>The event closest to a time (Server-Server API, <c>timestamp_to_event</c>).</summary>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="forward">Whether it lies after that time, rather than before.</param>
    public RoomEvent? Closest(long time, bool forward)
    {
        IEnumerable<(RoomEvent Event, long Time)> dated = Events.Where(made => !IsOutlier(made)).Select(made => (made, TimeOf(made)));
        return forward
            ? dated.Where(pair => pair.Time >= time).OrderBy(pair => pair.Time).ThenBy(pair => DepthOf(pair.Event)).FirstOrDefault().Event
            : dated.Where(pair => pair.Time <= time).OrderByDescending(pair => pair.Time).ThenByDescending(pair => DepthOf(pair.Event)).FirstOrDefault().Event;
    }

    /// <summary>When an event was sent, by its own word.</summary>
    public static long TimeOf(RoomEvent made) => made.Json["origin_server_ts"] is JsonValue value && Numbers.TryInteger(value, out long time) ? time : 0;
}
