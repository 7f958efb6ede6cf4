using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Graphs;

/// <summary>
/// The graph that the events of a room form by what they follow (Server-Server API, PDUs; <c>prev_events</c> and <c>depth</c>), and what it
/// lacks. Takes time in proportion to events and references, but for putting equals in order and for a bounded search for redundant references;
/// walks are loops. Events that lack what no rule can do without aren't part of it: a server would have dropped them.
/// </summary>
internal sealed partial class RoomGraph
{
    private readonly RoomEvents _room;
    private readonly GraphPlace[] _places;
    private readonly GraphLimits _limits;
    private readonly CancellationToken _cancellation;

    // What each event follows, each once, in its own order; and by which events of the graph each is followed.
    private readonly int[] _prevStarts;
    private readonly int[] _prevs;
    private readonly int[] _followerStarts;
    private readonly int[] _followers;

    /// <summary>Looks at the graph of a room.</summary>
    /// <param name="room">The room; no more events may be added.</param>
    /// <param name="places">What is known of events from outside the graph, by number; those beyond its end are like any other.</param>
    /// <param name="limits">How much is listed and how far is searched.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public RoomGraph(
        RoomEvents room,
        ReadOnlySpan<GraphPlace> places = default,
        GraphLimits? limits = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(room);
        _room = room;
        _limits = limits ?? GraphLimits.Default;
        _cancellation = cancellation;
        _places = new GraphPlace[room.Count];
        places[..Math.Min(places.Length, room.Count)].CopyTo(_places);
        (_prevStarts, _prevs) = Distinct();
        (_followerStarts, _followers) = Reverse();
        _levels = new int[room.Count];
        Order = Sort();
        cancellation.ThrowIfCancellationRequested();
        Shape();
        Missing();
        cancellation.ThrowIfCancellationRequested();
        FindRedundant();
    }

    /// <summary>The room.</summary>
    public RoomEvents Room => _room;

    /// <summary>
    /// The events of the graph, each after those that it follows, otherwise by depth, time and ID. What is in a cycle or comes after one stands
    /// at the end.
    /// </summary>
    public int[] Order { get; }

    /// <summary>How many events are held apart.</summary>
    public int OutlierCount { get; private set; }

    /// <summary>How many events are there that a server would have dropped.</summary>
    public int DroppedCount { get; private set; }

    /// <summary>How many times an event names one that it has named already.</summary>
    public long RepeatedReferences { get; private set; }

    /// <summary>How many events name more events than are looked at.</summary>
    public int CutCount { get; private set; }

    /// <summary>Whether an event is part of the graph.</summary>
    public bool IsPlaced(int index) => (_places[index] & GraphPlace.Outlier) == 0 && _room.IsUsable(index);

    /// <summary>What was said of an event's place.</summary>
    public GraphPlace PlaceOf(int index) => _places[index];

    /// <summary>The events that an event of the graph follows, each once, those too that aren't there.</summary>
    public ReadOnlySpan<int> PrevEvents(int index) => _prevs.AsSpan(_prevStarts[index].._prevStarts[index + 1]);

    /// <summary>The events of the graph that follow an event, each once.</summary>
    public ReadOnlySpan<int> Followers(int index) => _followers.AsSpan(_followerStarts[index].._followerStarts[index + 1]);

    private (int[] Starts, int[] Prevs) Distinct()
    {
        int[] starts = new int[_room.Count + 1];
        var seen = new Marks(_room.Count);
        int total = 0;
        for (int index = 0; index < _room.Count; index++)
        {
            total += _room.PrevEvents(index).Length;
        }

        int[] prevs = new int[total];
        int at = 0;
        for (int index = 0; index < _room.Count; index++)
        {
            starts[index] = at;
            if (!IsPlaced(index))
            {
                CountUnplaced(index);
                continue;
            }

            CutCount += _room.Has(index, RoomEventFlags.ReferencesCut) ? 1 : 0;
            seen.Clear();
            foreach (int prev in _room.PrevEvents(index))
            {
                if (seen.Add(prev))
                {
                    prevs[at++] = prev;
                }
                else
                {
                    RepeatedReferences++;
                }
            }
        }

        starts[^1] = at;
        return (starts, prevs);
    }

    private void CountUnplaced(int index)
    {
        if (_room.IsUsable(index))
        {
            OutlierCount++;
        }
        else if (_room.Has(index, RoomEventFlags.Held))
        {
            DroppedCount++;
        }
    }

    private (int[] Starts, int[] Followers) Reverse()
    {
        int[] starts = new int[_room.Count + 1];
        int used = _prevStarts[^1];
        for (int i = 0; i < used; i++)
        {
            starts[_prevs[i] + 1]++;
        }

        for (int index = 0; index < _room.Count; index++)
        {
            starts[index + 1] += starts[index];
        }

        int[] followers = new int[used];
        int[] next = starts[..^1];
        for (int index = 0; index < _room.Count; index++)
        {
            foreach (int prev in PrevEvents(index))
            {
                followers[next[prev]++] = index;
            }
        }

        return (starts, followers);
    }
}
