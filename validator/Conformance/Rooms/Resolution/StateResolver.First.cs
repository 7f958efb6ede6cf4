namespace Conformance.Rooms.Resolution;

/// <content>The algorithm of room version 1.</content>
internal sealed partial class StateResolver
{
    private StateMap ResolveFirst()
    {
        _partial.Start(_states[0]);
        var groups = new List<(int Slot, List<int> Events)>[] { [], [], [], [] };
        foreach (int slot in _slots)
        {
            List<int> events = EventsIn(slot);
            if (events.Count == 1)
            {
                // Here only, an event that some of the states lack is no conflict.
                _partial.Set(slot, events[0]);
                continue;
            }

            _trace?.ConflictedEvents.AddRange(events);
            _partial.Set(slot, -1);
            int type = _room.Slots[slot].Type;
            int group = type == _room.Known.PowerLevels ? 0 : type == _room.Known.JoinRules ? 1 : type == _room.Known.Member ? 2 : 3;
            groups[group].Add((slot, events));
        }

        for (int group = 0; group < groups.Length; group++)
        {
            // Those of one group don't see each other.
            var winners = new List<(int Slot, int Event)>();
            foreach ((int slot, List<int> events) in groups[group])
            {
                winners.Add((slot, group < 3 ? LastInChain(slot, events) : FirstAllowed(events)));
                _partial.Set(slot, -1);
            }

            foreach ((int slot, int winner) in winners)
            {
                _partial.Set(slot, winner);
            }
        }

        return Finish();
    }

    private List<int> EventsIn(int slot)
    {
        var events = new List<int>();
        foreach (StateMap state in _states)
        {
            int index = state[slot];
            if (index >= 0 && !events.Contains(index))
            {
                events.Add(index);
            }
        }

        return events;
    }

    /// <summary>The last of the events by depth that each is allowed after the one before.</summary>
    private int LastInChain(int slot, List<int> events)
    {
        Sort(events, depths: 1, hashes: -1);
        _partial.Set(slot, events[0]);
        _trace?.Checks.Add(new ResolutionCheck(ResolutionStep.Taken, events[0], _room.DepthOf(events[0]), default));
        int last = events[0];
        for (int i = 1; i < events.Count && Check(events[i], ResolutionStep.Depth, _room.DepthOf(events[i])).IsAllowed; i++)
        {
            last = events[i];
            _partial.Set(slot, last);
        }

        return last;
    }

    /// <summary>The deepest event that is allowed; -1 when none is.</summary>
    private int FirstAllowed(List<int> events)
    {
        Sort(events, depths: -1, hashes: 1);
        foreach (int index in events)
        {
            if (Check(index, ResolutionStep.Depth, _room.DepthOf(index)).IsAllowed)
            {
                return index;
            }
        }

        return -1;
    }

    private void Sort(List<int> events, int depths, int hashes)
    {
        events.Sort((x, y) =>
        {
            int order = _room.DepthOf(x).CompareTo(_room.DepthOf(y)) * depths;
            if (order != 0)
            {
                return order;
            }

            Span<byte> left = stackalloc byte[20];
            Span<byte> right = stackalloc byte[20];
            _room.HashId(x, left);
            _room.HashId(y, right);
            return left.SequenceCompareTo(right) * hashes;
        });
    }
}
