using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Facts;
using Conformance.Rooms.Store;

namespace Conformance.Tests.Rooms.Resolution;

/// <summary>
/// State resolution of room versions 2 and 12 written down as the specification says it, with whole sets and no thought of speed. Shares with the
/// validator the rules and the store, not the resolution.
/// </summary>
internal sealed class NaiveResolution(RoomEvents room, EventStanding[] standings, bool fromEmpty)
{
    private readonly AuthRules _rules = new(room);

    public HashSet<int> Conflicted { get; } = [];

    public HashSet<int> Difference { get; } = [];

    public HashSet<int> Subgraph { get; } = [];

    public Dictionary<int, int> Resolve(IReadOnlyList<Dictionary<int, int>> states)
    {
        var agreed = new Dictionary<int, int>();
        foreach (int slot in states.SelectMany(state => state.Keys).Distinct())
        {
            if (states.All(state => state.TryGetValue(slot, out int value) && value == states[0].GetValueOrDefault(slot, -1)))
            {
                agreed[slot] = states[0][slot];
            }
            else
            {
                Conflicted.UnionWith(states.Where(state => state.ContainsKey(slot)).Select(state => state[slot]));
            }
        }

        HashSet<int>[] chains = [.. states.Select(state => state.Values.SelectMany(Chain).ToHashSet())];
        Difference.UnionWith(chains.SelectMany(chain => chain).Where(index => !chains.All(chain => chain.Contains(index))));
        if (fromEmpty)
        {
            HashSet<int> below = [.. Conflicted.SelectMany(Chain), .. Conflicted];
            Subgraph.UnionWith(below.Where(index => Conflicted.Contains(index) || Chain(index).Overlaps(Conflicted)));
        }

        HashSet<int> full = [.. Conflicted, .. Difference, .. Subgraph];
        HashSet<int> power = [.. full.Where(IsPowerEvent)];
        power.UnionWith(power.SelectMany(Chain).Where(full.Contains).ToList());
        var partial = new Partial(room, standings, fromEmpty ? [] : new Dictionary<int, int>(agreed));
        foreach (int index in PowerOrder(power))
        {
            Apply(partial, index);
        }

        List<int> mainline = [];
        for (int at = partial.State.GetValueOrDefault(room.PowerLevelsSlot, -1); at >= 0; at = LevelsOf(at))
        {
            mainline.Add(at);
        }

        int Position(int index)
        {
            for (int at = LevelsOf(index); at >= 0; at = LevelsOf(at))
            {
                if (mainline.Contains(at))
                {
                    return mainline.IndexOf(at);
                }
            }

            return int.MaxValue;
        }

        foreach (int index in full.Except(power).OrderByDescending(Position).ThenBy(room.TimeOf).ThenBy(room.IdOf, StringComparer.Ordinal))
        {
            Apply(partial, index);
        }

        foreach ((int slot, int index) in agreed)
        {
            partial.State[slot] = index;
        }

        return partial.State;
    }

    private HashSet<int> Chain(int index)
    {
        var chain = new HashSet<int>();
        var stack = new Stack<int>(room.AuthEvents(index).ToArray());
        while (stack.TryPop(out int at))
        {
            if (chain.Add(at))
            {
                foreach (int auth in room.AuthEvents(at))
                {
                    stack.Push(auth);
                }
            }
        }

        return chain;
    }

    private bool IsPowerEvent(int index) =>
        room.SlotOf(index) == room.PowerLevelsSlot || room.SlotOf(index) == room.JoinRulesSlot
        || (room.MembershipOf(index) is Membership.Leave or Membership.Ban && room.SenderOf(index) != room.StateKeyOf(index));

    private List<int> PowerOrder(HashSet<int> events)
    {
        var order = new List<int>();
        var left = new HashSet<int>(events);
        while (left.Count > 0)
        {
            int next = left.Where(index => !Chain(index).Overlaps(left)).OrderByDescending(PowerOf).ThenBy(room.TimeOf).ThenBy(room.IdOf, StringComparer.Ordinal).First();
            order.Add(next);
            left.Remove(next);
        }

        return order;
    }

    private long PowerOf(int index)
    {
        int create = Enumerable.Range(0, room.Count).First(at => room.SlotOf(at) == room.CreateSlot);
        bool knowsCreate = room.RoomCreate >= 0 || room.AuthEvents(index).Contains(create);
        int levels = LevelsOf(index);
        return knowsCreate ? new Powers(room, levels, create, room.FactsOf<CreateContent>(create)!).Of(room.SenderOf(index))
            : levels < 0 ? 0 : room.FactsOf<PowerLevels>(levels)!.OfUser(room.SenderOf(index));
    }

    private int LevelsOf(int index)
    {
        foreach (int auth in room.AuthEvents(index))
        {
            if (room.SlotOf(auth) == room.PowerLevelsSlot)
            {
                return auth;
            }
        }

        return -1;
    }

    private void Apply(Partial partial, int index)
    {
        partial.Event = index;
        if (_rules.CheckState(index, partial).IsAllowed)
        {
            partial.State[room.SlotOf(index)] = index;
        }
    }

    private sealed class Partial(RoomEvents room, EventStanding[] standings, Dictionary<int, int> state) : IAuthState
    {
        public Dictionary<int, int> State { get; } = state;

        public int Event { get; set; }

        public int this[int slot]
        {
            get
            {
                if (State.TryGetValue(slot, out int found))
                {
                    return found;
                }

                foreach (int auth in room.AuthEvents(Event))
                {
                    if (slot >= 0 && room.SlotOf(auth) == slot
                        && standings[auth] is not (EventStanding.RejectedByAuthEvents or EventStanding.RejectedByState))
                    {
                        return auth;
                    }
                }

                return -1;
            }
        }
    }
}
