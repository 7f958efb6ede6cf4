using Conformance.Findings;
using Conformance.Profiles.Federation.Rules;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.PartialState;

/// <summary>The full state before the same join, beside an answer that may lack some of it: what is missing is known, and not guessed.</summary>
internal sealed class FullAnswer
{
    private const string Comparison = "what the answer leaves out of the full state";

    private FullAnswer(FederationVisit full, FederationVisit visit)
    {
        Visit = full;
        State = full.Answer.Of(PduRole.State)!;
        Compare(visit.Room!, visit.Answer.Of(PduRole.State)!);
    }

    /// <summary>The full answer.</summary>
    public FederationVisit Visit { get; }

    /// <summary>Its events.</summary>
    public RoomEvents Room => Visit.Room!;

    /// <summary>Its state.</summary>
    public EventList State { get; }

    /// <summary>Events of the full state whose type and state key the answer's state has no event for, as numbers of <see cref="Room"/>.</summary>
    public List<int> Missing { get; } = [];

    /// <summary>Events of the answer's state that the full state doesn't have.</summary>
    public List<ListedEvent> Strangers { get; } = [];

    /// <summary>Memberships of the full state.</summary>
    public IEnumerable<int> Members => State.Events.Select(listed => listed.Index).Where(IsMember);

    /// <summary>Whether an event is about a membership.</summary>
    public bool IsMember(int index) => Room.TypeOf(index) == Room.Known.Member;

    /// <summary>Puts a full answer beside another. What keeps them from being compared is noted as not checked.</summary>
    /// <param name="full">The full answer.</param>
    /// <param name="visit">The other.</param>
    /// <returns>The full answer; null when they can't be compared.</returns>
    public static FullAnswer? Beside(FederationVisit full, FederationVisit visit)
    {
        if (!visit.Is("send_join"))
        {
            return null;
        }

        string? obstacle =
            !visit.IsWhole(visit.Answer.Of(PduRole.State)) ? "The answer's state can't be read as a whole."
            : !full.IsWhole(full.Answer.Of(PduRole.State)) ? "The state in the file of --full can't be read as a whole."
            : PartialAnswer.IsAnyPartial(full) ? "The file of --full says itself that members are left out."
            : !full.Exchange.Room.AsSpan().SequenceEqual(visit.Exchange.Room) ? "The file of --full is about another room."
            : full.Room!.Version != visit.Room!.Version ? "The file of --full is of another room version."
            : JoinOf(full) is { } there && JoinOf(visit) is { } here && there != here ? "The file of --full is about another join, before which the state may have been another."
            : null;
        if (obstacle is null)
        {
            return new FullAnswer(full, visit);
        }

        visit.Sink.ReportNotChecked(new NotChecked(Comparison, obstacle, new Location(full.Answer.Member), Decisive: true));
        return null;
    }

    /// <summary>The join before which an answer tells the state, by its ID; null when it isn't known.</summary>
    private static string? JoinOf(FederationVisit visit) =>
        visit.Exchange.Values.GetValueOrDefault("eventId") ?? (visit.Is("state") ? visit.Exchange.Asked("event_id") : null) ?? PartialAnswer.JoinIn(visit) switch
        {
            >= 0 and int index => visit.Room!.IdOf(index),
            _ => null,
        };

    private void Compare(RoomEvents room, EventList state)
    {
        EventSet whole = AuthChains.In(Room, State);
        var covered = new HashSet<int>();
        foreach (ListedEvent listed in state.Events)
        {
            int same = Room.Find(room.KeyOf(listed.Index));
            if (!whole.Contains(same))
            {
                Strangers.Add(listed);
            }

            int type = Room.Texts.Find(room.Texts[room.TypeOf(listed.Index)]);
            int stateKey = room.StateKeyOf(listed.Index) is >= 0 and int text ? Room.Texts.Find(room.Texts[text]) : -1;
            if (type >= 0 && stateKey >= 0)
            {
                covered.Add(Room.Slots.Find(type, stateKey));
            }
        }

        foreach (ListedEvent listed in State.Events)
        {
            if (Room.SlotOf(listed.Index) >= 0 && covered.Add(Room.SlotOf(listed.Index)))
            {
                Missing.Add(listed.Index);
            }
        }
    }
}
