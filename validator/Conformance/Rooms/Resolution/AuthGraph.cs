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
        _counts = new int[room.Count];
        _places = new int[room.Count];
        _between = new Marks(room.Count);
        (_citerStarts, _citers) = Reverse(room);
    }

    /// <summary>Adds to a set all events in the auth chains of events, these themselves only as far as they are in each other's.</summary>
    /// <param name="events">The events.</param>
    /// <param name="set">The set.</param>
    /// <param name="added">Takes what was added; may be the list of the events itself.</param>
    public void AddChains(List<int> events, Marks set, List<int> added)
    {
        _stack.Clear();
        int count = events.Count;
        for (int i = 0; i < count; i++)
        {
            Push(events[i], set, added);
        }

        while (_stack.Count > 0)
        {
            int index = _stack[^1];
            _stack.RemoveAt(_stack.Count - 1);
            Push(index, set, added);
        }
    }

    private void Push(int index, Marks set, List<int> added)
    {
        foreach (int auth in _room.AuthEvents(index))
        {
            if (_room.IsUsable(auth) && set.Add(auth))
            {
                added.Add(auth);
                _stack.Add(auth);
            }
        }
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
