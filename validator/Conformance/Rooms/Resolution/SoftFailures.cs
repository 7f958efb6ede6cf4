using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// Events that a server may have soft-failed (Server-Server API, Soft failure): allowed where they stand, and refused by the room's current state
/// when they came. An archive doesn't say when an event came, but the server's own events show it: had it been there, and not soft-failed,
/// when the server sent an event, that event would follow it. So it came after the last of the server's events that don't follow it, and the
/// current state then took in what that event led to. Named is an event that this state, resolved with the one before the event, refuses. What
/// other servers' events did to the state in between is not known, so that some soft-failed events remain unnamed.
/// </summary>
internal sealed class SoftFailures
{
    /// <summary>The most states that are resolved for one room; beyond that no more events are named.</summary>
    public const int MaxResolutions = 1_000;

    private readonly RoomEvents _room;
    private readonly RoomStates _states;
    private readonly List<int> _own = [];
    private readonly int[] _firstAfter;
    private readonly int[] _lastBefore;

    // Events that are to be held against the state after one of the server's own, by that one, until it is judged.
    private readonly Dictionary<int, List<int>> _waiting = [];
    private readonly List<int> _found = [];
    private int _left = MaxResolutions;

    /// <summary>Prepares the search, before events are judged.</summary>
    /// <param name="room">The room.</param>
    /// <param name="states">Its states, with their order.</param>
    /// <param name="isOwn">Whether a user, by number, belongs to the server.</param>
    public SoftFailures(RoomEvents room, RoomStates states, Func<int, bool> isOwn)
    {
        _room = room;
        _states = states;
        _firstAfter = new int[room.Count];
        _lastBefore = new int[room.Count];
        foreach (int index in states.Order)
        {
            if (isOwn(room.SenderOf(index)))
            {
                _own.Add(index);
                _lastBefore[index] = _own.Count;
            }
        }

        if (_own.Count > 0)
        {
            Place();
            Retain();
        }
    }

    /// <summary>The events, in the order in which that became clear.</summary>
    public IReadOnlyList<int> Found => _found;

    /// <summary>Takes note that an event was judged.</summary>
    public void Judged(int index)
    {
        if (_waiting.Remove(index, out List<int>? waiting))
        {
            foreach (int other in waiting)
            {
                Check(other, index);
            }
        }

        if (OwnBefore(index) is int own and >= 0)
        {
            if (_states.StandingOf(own) != EventStanding.None)
            {
                Check(index, own);
            }
            else if (_waiting.TryGetValue(own, out List<int>? others))
            {
                others.Add(index);
            }
            else
            {
                _waiting.Add(own, [index]);
            }
        }
    }

    /// <summary>Finds for each event the first of the server's events that follows it and the last one that it follows, counted from 1.</summary>
    private void Place()
    {
        foreach (int index in _states.Order)
        {
            foreach (int prev in _room.PrevEvents(index))
            {
                _lastBefore[index] = Math.Max(_lastBefore[index], _lastBefore[prev]);
            }
        }

        var stack = new Stack<int>();
        for (int number = 1; number <= _own.Count; number++)
        {
            stack.Push(_own[number - 1]);
            while (stack.TryPop(out int index))
            {
                if (_firstAfter[index] == 0)
                {
                    _firstAfter[index] = number;
                    foreach (int prev in _room.PrevEvents(index))
                    {
                        stack.Push(prev);
                    }
                }
            }
        }
    }

    private void Retain()
    {
        foreach (int index in _states.Order)
        {
            if (OwnBefore(index) is int own and >= 0)
            {
                _states.Retain(own);
                foreach (int prev in _room.PrevEvents(index))
                {
                    _states.Retain(prev);
                }
            }
        }
    }

    /// <summary>The server's last event that an event must have come after without standing behind it; -1 when there is none.</summary>
    private int OwnBefore(int index)
    {
        int last = (_firstAfter[index] == 0 ? _own.Count + 1 : _firstAfter[index]) - 1;
        return last <= 0 || _lastBefore[index] >= last ? -1 : _own[last - 1];
    }

    private void Check(int index, int own)
    {
        if (_left > 0 && _states.StandingOf(index) == EventStanding.Accepted && _states.After(own) is { } after && _states.Refuses(after, index))
        {
            _left--;
            if (_states.After([own, .. _room.PrevEvents(index)]) is { } current && _states.Refuses(current, index))
            {
                _found.Add(index);
            }
        }

        _states.Release(own);
        foreach (int prev in _room.PrevEvents(index))
        {
            _states.Release(prev);
        }
    }
}
