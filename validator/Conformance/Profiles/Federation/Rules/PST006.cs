using Conformance.Profiles.Federation.PartialState;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A room without a name comes with the members that it is named after.</summary>
internal sealed class PST006 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST006);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? state = visit.Answer.Of(PduRole.State);
        if (visit.Profile != StateProfile.Spec || !visit.Is("send_join") || !PartialAnswer.IsPartial(visit) || !visit.IsWhole(state))
        {
            return;
        }

        // Where the full answer shows that nobody else is there, nobody can be missing.
        RoomEvents room = visit.Room!;
        bool isEmpty = visit.Full is { } full && !PartialAnswer.Presentable(full.Visit, full.Members, PartialAnswer.Joiner(visit)).Any();
        if (!isEmpty && !PartialAnswer.IsNamed(visit) && !state!.Events.Exists(listed => room.TypeOf(listed.Index) == room.Known.Member))
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit), ("events", state.Events.Count));
        }
    }
}
