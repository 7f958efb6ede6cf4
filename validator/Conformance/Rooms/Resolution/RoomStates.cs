using System.Collections;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// How each event of a room stands and the state before and after it (Server-Server API, Checks performed on receipt of a PDU, 4 and 5;
/// Room State Resolution). Events are taken in an order in which each comes after those that it follows and those that authorise it.
/// Where one of these isn't there, what follows from it stays unknown.
/// </summary>
internal sealed partial class RoomStates
{
    // What a small room may take whatever its size.
    private const long FreeWork = 1_000_000;

    private readonly RoomEvents _room;
    private readonly AuthRules _rules;
    private readonly StateResolver _resolver;
    private readonly EventStanding[] _standings;
    private readonly AuthRule[] _decided;
    private readonly Dictionary<int, AuthEvidence> _evidence = [];
    private readonly StateMap?[]? _before;
    private readonly BitArray _known;
    private readonly StateMap?[] _after;
    private readonly List<StateMap> _merged = [];
    private readonly SoftFailures? _watch;
    private readonly long _maxWork = long.MaxValue;
    private int[]? _uses;

    /// <summary>Judges the events of a room.</summary>
    /// <param name="room">The room; no more events may be added.</param>
    /// <param name="thirdParty">Verifies proofs of invited addresses.</param>
    /// <param name="known">States before events that are known from elsewhere, for events behind a gap; where the events themselves tell the state, that one counts.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public RoomStates(
        RoomEvents room,
        ThirdPartySignatureCheck? thirdParty = null,
        IReadOnlyDictionary<int, StateMap>? known = null,
        CancellationToken cancellation = default)
        : this(room, thirdParty, isOwn: null, keepsStates: true)
    {
        Walk(known, cancellation);
    }

    private RoomStates(
        RoomEvents room, ThirdPartySignatureCheck? thirdParty, Func<int, bool>? isOwn, bool keepsStates, long workPerEvent = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(room);
        _maxWork = workPerEvent > long.MaxValue / (room.HeldCount + 1) ? long.MaxValue : FreeWork + (workPerEvent * room.HeldCount);
        _room = room;
        _rules = new AuthRules(room, thirdParty);
        _resolver = new StateResolver(room, _rules);
        _standings = new EventStanding[room.Count];
        _decided = new AuthRule[room.Count];
        _before = keepsStates ? new StateMap?[room.Count] : null;
        _known = new BitArray(room.Count);
        _after = new StateMap?[room.Count];
        Order = new List<int>(room.HeldCount);
        Sort();
        if (!keepsStates)
        {
            CountUses();
        }

        if (isOwn is not null)
        {
            _watch = new SoftFailures(room, this, isOwn);
        }
    }

    /// <summary>
    /// Judges the events of a room and lets go of each state as soon as no other follows from it, so that memory doesn't grow with the states. Only
    /// standings and verdicts, whether a state was known, and the states after the ends of the room remain.
    /// </summary>
    /// <param name="room">The room; no more events may be added.</param>
    /// <param name="thirdParty">Verifies proofs of invited addresses.</param>
    /// <param name="known">States before events that are known from elsewhere, for events behind a gap.</param>
    /// <param name="isOwn">Tells the users, by number, of the server whose soft failures are looked for; null to look for none.</param>
    /// <param name="workPerEvent">The most events that resolutions may look at for each event of the room; see <see cref="IsCut"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static RoomStates Judge(
        RoomEvents room,
        ThirdPartySignatureCheck? thirdParty = null,
        IReadOnlyDictionary<int, StateMap>? known = null,
        Func<int, bool>? isOwn = null,
        long workPerEvent = long.MaxValue,
        CancellationToken cancellation = default)
    {
        var states = new RoomStates(room, thirdParty, isOwn, keepsStates: false, workPerEvent);
        states.Walk(known, cancellation);
        return states;
    }

    /// <summary>Events that the server whose users were told may have soft-failed.</summary>
    public IReadOnlyList<int> SoftFailures => _watch?.Found ?? [];

    /// <summary>The events in the order in which they were judged.</summary>
    public List<int> Order { get; }

    /// <summary>How often states had to be resolved.</summary>
    public int Resolutions { get; private set; }

    /// <summary>Events and slots that resolutions looked at.</summary>
    public long Work => _resolver.Work;

    /// <summary>Whether resolving took more than it may, so that states were left unknown from there on.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How the events stand, by number.</summary>
    public EventStanding[] Standings => _standings;

    /// <summary>How an event stands.</summary>
    public EventStanding StandingOf(int index) => _standings[index];

    /// <summary>What decided that.</summary>
    public AuthVerdict VerdictOf(int index) => new(
        _standings[index] switch
        {
            EventStanding.Accepted => AuthOutcome.Allowed,
            EventStanding.RejectedByAuthEvents or EventStanding.RejectedByState => AuthOutcome.Refused,
            _ => AuthOutcome.Undetermined,
        },
        _decided[index],
        _evidence.GetValueOrDefault(index));

    /// <summary>Whether the state before an event is known, or was before it was let go.</summary>
    public bool IsStateKnown(int index) => _known[index];

    /// <summary>The state before an event; null when it isn't known, and where states are let go.</summary>
    public StateMap? Before(int index) => _before?[index];

    /// <summary>The state after an event; null when it isn't known.</summary>
    public StateMap? After(int index) => _after[index];

    /// <summary>The state that follows from several events together; null when that after one of them isn't known.</summary>
    /// <param name="events">The events, one at least.</param>
    /// <param name="trace">Takes how it came about.</param>
    public StateMap? After(ReadOnlySpan<int> events, ResolutionTrace? trace = null)
    {
        _merged.Clear();
        foreach (int index in events)
        {
            if (_after[index] is not { } state)
            {
                return null;
            }

            if (_merged.Count == 0 || !ReferenceEquals(_merged[^1], state))
            {
                _merged.Add(state);
            }
        }

        if (_merged.Count <= 1)
        {
            return _merged.Count == 0 ? StateMap.Empty : _merged[0];
        }

        if (_resolver.Work > _maxWork)
        {
            IsCut = true;
            return null;
        }

        Resolutions++;
        StateMap resolved = _resolver.Resolve(_merged, _standings, trace);
        return _resolver.IsDetermined ? resolved : null;
    }

    /// <summary>Whether a state refuses an event.</summary>
    public bool Refuses(StateMap state, int index) => _rules.CheckState(index, state).IsRefused;

    /// <summary>The events that no other event which is there, and isn't rejected, follows; rejected ones are none.</summary>
    public List<int> ForwardExtremities()
    {
        var followed = new Marks(_room.Count);
        foreach (int index in Order)
        {
            if (!IsRejected(index))
            {
                foreach (int prev in _room.PrevEvents(index))
                {
                    followed.Add(prev);
                }
            }
        }

        var extremities = new List<int>();
        foreach (int index in Order)
        {
            if (!IsRejected(index) && !followed.Has(index))
            {
                extremities.Add(index);
            }
        }

        extremities.Sort(_room.CompareIds);
        return extremities;
    }

    /// <summary>Keeps the state after an event for one more use.</summary>
    internal void Retain(int index)
    {
        if (_uses is not null)
        {
            _uses[index]++;
        }
    }

    /// <summary>Ends a use of the state after an event.</summary>
    internal void Release(int index)
    {
        if (_uses is not null && --_uses[index] == 0)
        {
            _after[index] = null;
        }
    }

    private bool IsRejected(int index) => _standings[index].IsRejected();

    private void Judge(int index, IReadOnlyDictionary<int, StateMap>? known)
    {
        StateMap? before = After(_room.PrevEvents(index)) ?? known?.GetValueOrDefault(index);
        if (_before is not null)
        {
            _before[index] = before;
        }

        _known[index] = before is not null;
        AuthVerdict verdict = _rules.CheckOwn(index, _standings);
        if (verdict.IsRefused)
        {
            Settle(index, EventStanding.RejectedByAuthEvents, verdict, before);
            return;
        }

        int slot = _room.SlotOf(index);
        if (!verdict.IsAllowed)
        {
            bool harmless = slot < 0 && _room.IsUsable(index);
            Settle(index, EventStanding.Undetermined, verdict, harmless ? before : null);
            return;
        }

        if (before is null)
        {
            Settle(index, EventStanding.Unplaced, new AuthVerdict(AuthOutcome.Undetermined, AuthRule.StateUnknown, default), null);
            return;
        }

        verdict = _rules.CheckState(index, before);
        StateMap? after = slot < 0 ? before : null;
        switch (verdict.Outcome)
        {
            case AuthOutcome.Allowed:
                Settle(index, EventStanding.Accepted, verdict, after ?? before.Set(slot, index));
                break;
            case AuthOutcome.Refused:
                Settle(index, EventStanding.RejectedByState, verdict, before);
                break;
            default:
                Settle(index, EventStanding.Undetermined, verdict, after);
                break;
        }
    }

    private void Settle(int index, EventStanding standing, AuthVerdict verdict, StateMap? after)
    {
        _standings[index] = standing;
        _decided[index] = verdict.Rule;
        _after[index] = after;
        if (!verdict.IsAllowed && verdict.Evidence.Count > 0)
        {
            _evidence[index] = verdict.Evidence;
        }
    }
}
