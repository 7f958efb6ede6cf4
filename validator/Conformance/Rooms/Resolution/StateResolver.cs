using Conformance.Events.Versions;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// Resolves states of a room by the algorithm of its version (Matrix specification, Room versions 1, 2 and 12, State resolution).
/// What comes out depends on the states only, not on their order nor on that of the room's events. No recursion; the time grows
/// with the auth chains of the conflicted events and with the logarithm of their number. One thread at a time.
/// </summary>
internal sealed partial class StateResolver
{
    private readonly RoomEvents _room;
    private readonly AuthRules _rules;
    private readonly AuthGraph _graph;
    private readonly Mainline _mainline;
    private readonly PartialState _partial;
    private readonly List<StateMap> _states = [];
    private readonly List<int> _slots = [];
    private readonly HashSet<int> _isConflicted = [];
    private EventStanding[] _standings = [];
    private ResolutionTrace? _trace;
    private long _slotWork;

    /// <summary>A resolver for a room that no more events are added to.</summary>
    /// <param name="room">The room.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="maxSteps">See <see cref="AuthGraph"/>; for tests.</param>
    public StateResolver(RoomEvents room, AuthRules rules, int maxSteps = AuthGraph.DefaultSteps)
    {
        ArgumentNullException.ThrowIfNull(room);
        _room = room;
        _rules = rules;
        _graph = new AuthGraph(room, maxSteps);
        _mainline = new Mainline(room, _graph);
        _partial = new PartialState(room);
        _full = new Marks(room.Count);
        _picked = new Marks(room.Count);
    }

    /// <summary>False when the last resolution met an event of which the rules can say nothing; it then counted as not allowed.</summary>
    public bool IsDetermined { get; private set; } = true;

    /// <summary>Events and slots that were looked at in all resolutions together, as a measure of the time they took.</summary>
    public long Work => _graph.Work + _slotWork;

    /// <summary>Resolves states.</summary>
    /// <param name="states">The states, one at least.</param>
    /// <param name="standings">How the events of the room stand; one entry for each.</param>
    /// <param name="trace">Takes how it came about.</param>
    /// <returns>The resolved state.</returns>
    public StateMap Resolve(IReadOnlyList<StateMap> states, EventStanding[] standings, ResolutionTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(states);
        _standings = standings;
        _partial.Standings = standings;
        _trace = trace;
        IsDetermined = true;
        FindConflicts(states);
        if (_slots.Count == 0)
        {
            return states[0];
        }

        trace?.ConflictedSlots.AddRange(_slots);
        StateMap resolved = _room.Version.StateResolution switch
        {
            StateResolutionId.V1 => ResolveFirst(),
            StateResolutionId.V2 => ResolveSecond(fromEmpty: false),
            _ => ResolveSecond(fromEmpty: true),
        };
        if (trace is not null)
        {
            foreach (int slot in _slots)
            {
                trace.Winners.Add((slot, resolved[slot]));
            }
        }

        _states.Clear();
        return resolved;
    }

    /// <summary>Leaves out states that are there already, and lists the slots in which the others differ.</summary>
    private void FindConflicts(IReadOnlyList<StateMap> states)
    {
        _states.Clear();
        _slots.Clear();
        _isConflicted.Clear();
        _states.Add(states[0]);
        var differing = new List<int>();
        for (int i = 1; i < states.Count; i++)
        {
            bool known = false;
            foreach (StateMap state in _states)
            {
                known |= ReferenceEquals(state, states[i]);
            }

            if (known)
            {
                continue;
            }

            differing.Clear();
            StateMap.Diff(_states[0], states[i], differing);
            if (differing.Count > 0)
            {
                _states.Add(states[i]);
                foreach (int slot in differing)
                {
                    if (_isConflicted.Add(slot))
                    {
                        _slots.Add(slot);
                    }
                }
            }
        }

        _slots.Sort();
        _slotWork += (long)(_slots.Count + 1) * states.Count;
    }

    /// <summary>The first state with what was found out instead of what was conflicted.</summary>
    private StateMap Finish()
    {
        StateMap resolved = _states[0];
        foreach ((int slot, int index) in _partial.Changes)
        {
            // What all states agree on stays; what none has comes in.
            if (_isConflicted.Contains(slot) || _states[0][slot] < 0)
            {
                resolved = resolved.Set(slot, index);
            }
        }

        foreach (int slot in _slots)
        {
            if (!_partial.Changes.ContainsKey(slot))
            {
                resolved = resolved.Set(slot, -1);
            }
        }

        return resolved;
    }

    private AuthVerdict Check(int index, ResolutionStep step, long key)
    {
        AuthVerdict verdict = _rules.CheckState(index, _partial);
        IsDetermined &= verdict.Outcome != AuthOutcome.Undetermined;
        _trace?.Checks.Add(new ResolutionCheck(step, index, key, verdict));
        return verdict;
    }

    private void Sorted(List<int> target, List<int> events)
    {
        target.AddRange(events);
        target.Sort(_room.CompareIds);
    }
}
