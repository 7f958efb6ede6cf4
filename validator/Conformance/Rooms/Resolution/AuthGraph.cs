using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// Questions about who authorises whom among the events of a room. Walks are loops over lists, each event and reference at most once a
/// question; nothing is kept from one to the next but empty lists. One thread at a time.
/// </summary>
internal sealed partial class AuthGraph
{
    private readonly RoomEvents _room;
    private readonly Marks _visited;
    private readonly List<int> _stack = [];

    // Events by the events that they authorise, as far as those are state or authorise others in turn.
    private readonly int[] _citerStarts;
    private readonly int[] _citers;

    // Each event's place in an order in which it comes after all that authorise it. Events in a circle, or behind one, are all last.
    private readonly int[] _ranks;

    /// <summary>The graph of a room that no more events are added to.</summary>
    /// <param name="room">The room.</param>
    /// <param name="maxSteps">After how many steps the auth difference is found by walking from all events that states agree on.</param>
    public AuthGraph(RoomEvents room, int maxSteps = DefaultSteps)
    {
        _room = room;
        _maxSteps = maxSteps;
        _visited = new Marks(room.Count);
        _negative = new Marks(room.Count);
        _positive = new Marks(room.Count);
        _masks = new ulong[room.Count];
        _queued = new bool[room.Count];
        _places = new int[room.Count];
        _between = new Marks(room.Count);
        (_citerStarts, _citers) = Reverse(room);
        _ranks = Rank();
    }

    /// <summary>Events that were looked at in all walks together.</summary>
    public long Work { get; private set; }

    /// <summary>Adds to a set all events in the auth chains of events, these themselves only as far as they are in each other's.</summary>
    /// <param name="events">The events.</param>
    /// <param name="set">The set.</param>
    /// <param name="added">Takes what was added; may be the list of the events itself.</param>
    /// <param name="floor">See <see cref="FloorOf"/>; what is below, and so all that authorises it, is left out.</param>
    public void AddChains(List<int> events, Marks set, List<int> added, int floor = 0)
    {
        _stack.Clear();
        int count = events.Count;
        for (int i = 0; i < count; i++)
        {
            Push(events[i], set, added, floor);
        }

        while (_stack.Count > 0)
        {
            int index = _stack[^1];
            _stack.RemoveAt(_stack.Count - 1);
            Push(index, set, added, floor);
        }

        Work += added.Count;
    }

    /// <summary>A floor for walks in search of events: below it there are none of them.</summary>
    public int FloorOf(List<int> events)
    {
        int floor = int.MaxValue;
        foreach (int index in events)
        {
            floor = Math.Min(floor, _ranks[index]);
        }

        return floor;
    }

    /// <summary>Whether an event that authorises another stands outside of any circle with it.</summary>
    public bool IsBefore(int auth, int index) => _ranks[auth] < _ranks[index];

    private void Push(int index, Marks set, List<int> added, int floor)
    {
        foreach (int auth in _room.AuthEvents(index))
        {
            if (_ranks[auth] >= floor && _room.IsUsable(auth) && set.Add(auth))
            {
                added.Add(auth);
                _stack.Add(auth);
            }
        }
    }

    private int[] Rank()
    {
        int[] ranks = new int[_room.Count];
        int[] waiting = new int[_room.Count];
        var ready = new Queue<int>();
        Array.Fill(ranks, int.MaxValue);
        for (int index = 0; index < _room.Count; index++)
        {
            waiting[index] = _room.AuthEvents(index).Length;
            if (waiting[index] == 0)
            {
                ready.Enqueue(index);
            }
        }

        for (int rank = 0; ready.TryDequeue(out int index); rank++)
        {
            ranks[index] = rank;
            for (int i = _citerStarts[index]; i < _citerStarts[index + 1]; i++)
            {
                if (--waiting[_citers[i]] == 0)
                {
                    ready.Enqueue(_citers[i]);
                }
            }
        }

        return ranks;
    }

    private static (int[] Starts, int[] Citers) Reverse(RoomEvents room)
    {
        bool[] cited = new bool[room.Count];
        for (int index = 0; index < room.Count; index++)
        {
            foreach (int auth in room.AuthEvents(index))
            {
                cited[auth] = true;
            }
        }

        int[] starts = new int[room.Count + 1];
        for (int index = 0; index < room.Count; index++)
        {
            if (room.SlotOf(index) >= 0 || cited[index])
            {
                foreach (int auth in room.AuthEvents(index))
                {
                    starts[auth + 1]++;
                }
            }
        }

        for (int index = 0; index < room.Count; index++)
        {
            starts[index + 1] += starts[index];
        }

        int[] citers = new int[starts[^1]];
        int[] next = starts[..^1];
        for (int index = 0; index < room.Count; index++)
        {
            if (room.SlotOf(index) >= 0 || cited[index])
            {
                foreach (int auth in room.AuthEvents(index))
                {
                    citers[next[auth]++] = index;
                }
            }
        }

        return (starts, citers);
    }
}
