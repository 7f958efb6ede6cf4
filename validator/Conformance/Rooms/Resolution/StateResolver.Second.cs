using Conformance.Events.Versions;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Facts;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <content>The algorithms of room versions 2 and 12.</content>
internal sealed partial class StateResolver
{
    private readonly Marks _full;
    private readonly Marks _picked;
    private readonly List<int> _fullSet = [];

    private StateMap ResolveSecond(bool fromEmpty)
    {
        FindFullConflictedSet(subgraph: fromEmpty);
        List<int> powerEvents = PickPowerEvents();
        StartPartialState(fromEmpty);
        foreach (int index in SortByPower(powerEvents, out Dictionary<int, long> powers))
        {
            Apply(index, ResolutionStep.Power, powers[index]);
        }

        foreach ((long position, int index) in SortByMainline())
        {
            Apply(index, ResolutionStep.Mainline, position);
        }

        return Finish();
    }

    private void StartPartialState(bool fromEmpty)
    {
        _partial.Start(fromEmpty ? StateMap.Empty : _states[0]);
        foreach (int slot in _slots)
        {
            if (!fromEmpty)
            {
                _partial.Set(slot, -1);
            }
        }
    }

    private void FindFullConflictedSet(bool subgraph)
    {
        var conflicted = new List<List<int>>(_states.Count);
        var all = new List<int>();
        _full.Clear();
        _fullSet.Clear();
        foreach (StateMap state in _states)
        {
            var events = new List<int>();
            foreach (int slot in _slots)
            {
                int index = state[slot];
                if (index >= 0)
                {
                    events.Add(index);
                    AddFull(index, all);
                }
            }

            conflicted.Add(events);
        }

        var difference = new List<int>();
        _graph.AddDifference(conflicted, _isConflicted, _states[0], difference);
        if (_trace is not null)
        {
            Sorted(_trace.ConflictedEvents, all);
            Sorted(_trace.AuthDifference, difference);
        }

        var between = new List<int>();
        if (subgraph)
        {
            _graph.AddBetween(all, between);
        }

        foreach (int index in difference)
        {
            AddFull(index, null);
        }

        var further = new List<int>();
        foreach (int index in between)
        {
            AddFull(index, further);
        }

        if (_trace is not null)
        {
            Sorted(_trace.Subgraph, further);
        }
    }

    private void AddFull(int index, List<int>? also)
    {
        if (_full.Add(index))
        {
            _fullSet.Add(index);
            also?.Add(index);
        }
    }

    /// <summary>The power events of the full conflicted set and, of it, what is in their auth chains.</summary>
    private List<int> PickPowerEvents()
    {
        var events = new List<int>();
        _picked.Clear();
        foreach (int index in _fullSet)
        {
            if (IsPowerEvent(index))
            {
                events.Add(index);
            }
        }

        var chain = new List<int>();
        _graph.AddChains(events, _picked, chain, _graph.FloorOf(_fullSet));
        var picked = new List<int>();
        foreach (int index in _fullSet)
        {
            if (_picked.Has(index) || IsPowerEvent(index))
            {
                picked.Add(index);
            }
        }

        // From here on: what was picked, whatever else the chains hold.
        foreach (int index in picked)
        {
            _picked.Add(index);
        }

        return picked;
    }

    private bool IsPowerEvent(int index)
    {
        if (_room.SlotOf(index) < 0)
        {
            return false;
        }

        int type = _room.TypeOf(index);
        return type == _room.Known.PowerLevels || type == _room.Known.JoinRules
            || (type == _room.Known.Member && _room.MembershipOf(index) is Membership.Leave or Membership.Ban
                && _room.SenderOf(index) != _room.StateKeyOf(index));
    }

    private List<int> SortByPower(List<int> events, out Dictionary<int, long> powers)
    {
        powers = new Dictionary<int, long>(events.Count);
        var keys = new List<(long Power, long Time, int Event)>(events.Count);
        foreach (int index in events)
        {
            long power = PowerOfSender(index);
            powers[index] = power;
            keys.Add((power, _room.TimeOf(index), index));
        }

        var comparer = Comparer<(long Power, long Time, int Event)>.Create((x, y) =>
        {
            int order = y.Power.CompareTo(x.Power);
            order = order != 0 ? order : x.Time.CompareTo(y.Time);
            return order != 0 ? order : _room.CompareIds(x.Event, y.Event);
        });
        var sorted = new List<int>(events.Count);
        _graph.Sort(events, keys, comparer, sorted);
        return sorted;
    }

    /// <summary>The power of an event's sender by the event's own auth events.</summary>
    private long PowerOfSender(int index)
    {
        int levels = Mainline.PowerLevelsOf(_room, index);
        int create = _room.Version.RoomIds == RoomIdForm.CreateEventHash ? _room.RoomCreate : -1;
        foreach (int auth in _room.AuthEvents(index))
        {
            create = create < 0 && _room.SlotOf(auth) == _room.CreateSlot ? auth : create;
        }

        if (create >= 0 && _room.IsUsable(create) && _room.FactsOf<CreateContent>(create) is { } creation)
        {
            return new Powers(_room, levels, create, creation).Of(_room.SenderOf(index));
        }

        return levels < 0 ? Level.DefaultUser : _room.FactsOf<PowerLevels>(levels)?.OfUser(_room.SenderOf(index)) ?? Level.DefaultUser;
    }

    private List<(long Position, int Event)> SortByMainline()
    {
        _mainline.Start(_partial.Own(_room.PowerLevelsSlot));
        var rest = new List<(long Position, int Event)>();
        foreach (int index in _fullSet)
        {
            if (!_picked.Has(index))
            {
                rest.Add((_mainline.PositionOf(index), index));
            }
        }

        rest.Sort((x, y) =>
        {
            int order = y.Position.CompareTo(x.Position);
            order = order != 0 ? order : _room.TimeOf(x.Event).CompareTo(_room.TimeOf(y.Event));
            return order != 0 ? order : _room.CompareIds(x.Event, y.Event);
        });
        return rest;
    }

    private void Apply(int index, ResolutionStep step, long key)
    {
        int slot = _room.SlotOf(index);
        if (slot < 0 || !_room.IsUsable(index))
        {
            return;
        }

        _partial.StandsIn = index;
        if (Check(index, step, key).IsAllowed)
        {
            _partial.Set(slot, index);
        }
    }
}
