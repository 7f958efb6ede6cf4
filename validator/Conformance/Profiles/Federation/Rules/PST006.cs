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
        if (!visit.Is("send_join") || !PartialAnswer.IsPartial(visit) || !visit.IsWhole(state))
        {
            return;
        }

        RoomEvents room = visit.Room!;
        int heroes = 0;
        foreach (ListedEvent listed in state!.Events)
        {
            string type = visit.TextOf(room.TypeOf(listed.Index));
            if (type is "m.room.name" or "m.room.canonical_alias")
            {
                return;
            }

            heroes += room.TypeOf(listed.Index) == room.Known.Member ? 1 : 0;
        }

        if (heroes == 0)
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit), ("events", state.Events.Count));
        }
    }
}
