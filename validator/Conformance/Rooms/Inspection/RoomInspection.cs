using System.Text;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Graphs;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Inspection;

/// <summary>Answers questions about one room: its state at a point and how that came about, a user's membership, its graph. One thread at a time.</summary>
internal sealed partial class RoomInspection
{
    private readonly AuthRules _rules;
    private readonly CancellationToken _cancellation;
    private readonly GraphPlace[] _places;
    private List<int>? _extremities;

    /// <summary>Judges the events of a room.</summary>
    /// <param name="room">The room; no more events may be added.</param>
    /// <param name="thirdParty">Verifies proofs of invited addresses.</param>
    /// <param name="known">States before events that came with the events.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public RoomInspection(RoomEvents room, ThirdPartySignatureCheck? thirdParty = null, IReadOnlyDictionary<int, StateMap>? known = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(room);
        Events = room;
        States = new RoomStates(room, thirdParty, known, cancellation);
        _rules = new AuthRules(room, thirdParty);
        _cancellation = cancellation;
        _places = new GraphPlace[room.Count];
        foreach (int index in States.Order)
        {
            _places[index] = States.StandingOf(index).IsRejected() ? GraphPlace.Rejected : 0;
        }

        foreach (int index in known?.Keys ?? [])
        {
            _places[index] |= GraphPlace.StateGiven;
        }
    }

    /// <summary>The room's events.</summary>
    public RoomEvents Events { get; }

    /// <summary>How they stand, and the states before and after them.</summary>
    public RoomStates States { get; }

    /// <summary>
    /// The room's forward extremities, ordered by ID: accepted events that no accepted event comes after, without those that were left behind
    /// when the server left the room and joined it again.
    /// </summary>
    public IReadOnlyList<int> Extremities
    {
        get
        {
            if (_extremities is null)
            {
                RoomGraph graph = Graph(new GraphLimits { RedundancySteps = 0 });
                _extremities = [.. graph.ForwardExtremities.Except(graph.LeftBehind)];
                _extremities.Sort(Events.CompareIds);
            }

            return _extremities;
        }
    }

    /// <summary>The room's graph, rejected events marked.</summary>
    /// <param name="limits">How much is listed and how far is searched.</param>
    public RoomGraph Graph(GraphLimits? limits = null) => new(Events, _places, limits, _cancellation);

    /// <summary>Finds an event by its ID or by how that begins; the sigil may be left out.</summary>
    /// <param name="id">What was asked for.</param>
    /// <returns>The event; several when it isn't clear which one is meant; none when there is none.</returns>
    public IReadOnlyList<int> Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        byte[] word = Encoding.UTF8.GetBytes(id.TrimEnd('…'));
        byte[] begin = word is [(byte)'$', ..] ? word : [(byte)'$', .. word];
        foreach (byte[] whole in (byte[][])[begin, word])
        {
            if (Events.Find(whole) is var exact and >= 0)
            {
                return [exact];
            }
        }

        var found = new List<int>();
        Span<byte> buffer = stackalloc byte[EventIdText.HashIdLength];
        for (int index = 0; index < Events.Count && begin.Length > 1; index++)
        {
            if (Events.IdOf(index, buffer).StartsWith(begin))
            {
                found.Add(index);
            }
        }

        return found;
    }

    /// <summary>Answers a question about the state.</summary>
    /// <param name="question">The question.</param>
    public StateAnswer Answer(StateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        IReadOnlyList<int> at = question.Event >= 0 ? [question.Event] : Extremities;
        StateMap? map = question switch
        {
            { Event: < 0 } => at.Count == 0 ? null : States.After([.. at]),
            _ when !Events.IsUsable(question.Event) => null,
            { After: true } => States.After(question.Event),
            _ => States.Before(question.Event),
        };
        var answer = new StateAnswer(this, question, at, map);
        answer = map is null ? WithEnds(answer) : WithState(answer, map);
        return question.Explain ? answer with { Explanation = Explain(question, at) } : answer;
    }

    private StateAnswer WithState(StateAnswer answer, StateMap map)
    {
        int? wanted = WantedSlot(answer.Question);
        int type = answer.Question.Type is { } name ? Events.Texts.Find(Encoding.UTF8.GetBytes(name)) : -1;
        var entries = new List<(int Slot, int Event)>();
        map.CopyTo(entries);
        var state = new List<(int Slot, int Event)>(entries.Count);
        foreach ((int Slot, int Event) entry in entries)
        {
            bool isWanted = wanted is { } slot ? entry.Slot == slot : answer.Question.Type is null || Events.Slots[entry.Slot].Type == type;
            if (isWanted)
            {
                state.Add(entry);
            }
        }

        state.Sort((x, y) => CompareSlots(x.Slot, y.Slot));
        MembershipAnswer? member = answer.Question.User is { } user ? MemberOf(user, wanted!.Value, map) : null;
        return answer with { State = [.. state.Select(entry => entry.Event)], Member = member };
    }

    /// <summary>Compares slots by type and state key, each by code point.</summary>
    private int CompareSlots(int x, int y)
    {
        (int Type, int StateKey) left = Events.Slots[x];
        (int Type, int StateKey) right = Events.Slots[y];
        int order = Events.Texts[left.Type].SequenceCompareTo(Events.Texts[right.Type]);
        return order != 0 ? order : Events.Texts[left.StateKey].SequenceCompareTo(Events.Texts[right.StateKey]);
    }

    /// <summary>The only slot that a question is about: null when it is about more, -1 when no event is in it.</summary>
    private int? WantedSlot(StateQuestion question) =>
        question.User is { } user ? Events.MemberSlot(Events.Texts.Find(Encoding.UTF8.GetBytes(user))) : null;

    private MembershipAnswer MemberOf(string user, int slot, StateMap map)
    {
        int found = slot < 0 ? -1 : map[slot];
        if (found < 0)
        {
            return new MembershipAnswer(user, Membership.None, -1, -1, IsSinceKnown: true);
        }

        // Back over events that changed the name or the picture only.
        Membership membership = Events.MembershipOf(found);
        int since = found;
        for (int steps = 0; steps < Events.Count; steps++)
        {
            if (States.Before(since) is not { } before)
            {
                return new MembershipAnswer(user, membership, found, since, IsSinceKnown: false);
            }

            int earlier = before[slot];
            if (earlier < 0 || Events.MembershipOf(earlier) != membership)
            {
                break;
            }

            since = earlier;
        }

        return new MembershipAnswer(user, membership, found, since, IsSinceKnown: true);
    }
}
