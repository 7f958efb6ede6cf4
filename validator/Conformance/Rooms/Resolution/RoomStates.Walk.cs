using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <content>The order in which events are judged.</content>
internal sealed partial class RoomStates
{
    private const int CancellationInterval = 256;

    private void Walk(IReadOnlyDictionary<int, StateMap>? known, CancellationToken cancellation)
    {
        for (int i = 0; i < Order.Count; i++)
        {
            if (i % CancellationInterval == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            int index = Order[i];
            Judge(index, known);
            _watch?.Judged(index);
            if (_uses is null || IsRejected(index))
            {
                // What only rejected events follow is still an end of the room.
                continue;
            }

            foreach (int prev in _room.PrevEvents(index))
            {
                Release(prev);
            }
        }

        for (int index = 0; index < _room.Count; index++)
        {
            if (_room.Has(index, RoomEventFlags.Held) && _standings[index] == EventStanding.None)
            {
                _standings[index] = EventStanding.Undetermined;
                _decided[index] = AuthRule.EventCircular;
            }
        }
    }

    /// <summary>Puts events in an order in which each comes after those that it names. What is in a circle or behind one has no place.</summary>
    private void Sort()
    {
        (int[] starts, int[] followers, int[] waiting) = Edges();
        for (int index = 0; index < _room.Count; index++)
        {
            if (_room.Has(index, RoomEventFlags.Held) && waiting[index] == 0)
            {
                Order.Add(index);
            }
        }

        for (int next = 0; next < Order.Count; next++)
        {
            int index = Order[next];
            for (int i = starts[index]; i < starts[index + 1]; i++)
            {
                if (--waiting[followers[i]] == 0)
                {
                    Order.Add(followers[i]);
                }
            }
        }
    }

    /// <summary>Counts for what each event's states are needed, so that they can be let go.</summary>
    private void CountUses()
    {
        _uses = new int[_room.Count];
        foreach (int index in Order)
        {
            foreach (int prev in _room.PrevEvents(index))
            {
                _uses[prev]++;
            }
        }
    }

    /// <summary>For each event those that name it, and for each how many that are there it names.</summary>
    private (int[] Starts, int[] Followers, int[] Waiting) Edges()
    {
        int[] starts = new int[_room.Count + 1];
        int[] waiting = new int[_room.Count];
        for (int index = 0; index < _room.Count; index++)
        {
            waiting[index] = Count(_room.PrevEvents(index), starts) + Count(_room.AuthEvents(index), starts);
        }

        for (int index = 0; index < _room.Count; index++)
        {
            starts[index + 1] += starts[index];
        }

        int[] followers = new int[starts[^1]];
        int[] next = starts[..^1];
        for (int index = 0; index < _room.Count; index++)
        {
            foreach (int prev in _room.PrevEvents(index))
            {
                followers[next[prev]++] = index;
            }

            foreach (int auth in _room.AuthEvents(index))
            {
                followers[next[auth]++] = index;
            }
        }

        return (starts, followers, waiting);
    }

    private int Count(ReadOnlySpan<int> named, int[] starts)
    {
        int held = 0;
        foreach (int index in named)
        {
            starts[index + 1]++;
            held += _room.Has(index, RoomEventFlags.Held) ? 1 : 0;
        }

        return held;
    }
}
