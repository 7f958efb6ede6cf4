using Conformance.Profiles.Federation.PartialState;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A room is named after people who are in it.</summary>
internal sealed class PST019 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST019);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? state = visit.Answer.Of(PduRole.State);
        if (!visit.Is("send_join") || visit.Profile != StateProfile.Spec || !PartialAnswer.IsPartial(visit) || !visit.IsWhole(state) || PartialAnswer.IsNamed(visit))
        {
            return;
        }

        // Only where nobody else is there do those who have left stand for the room. Servers in the room have members that joined it.
        bool isInhabited = visit.Full is { } full
            ? PartialAnswer.Presentable(full.Visit, full.Members, PartialAnswer.Joiner(visit)).Any()
            : PartialAnswer.Servers(visit).Count > 0;
        foreach (ListedEvent listed in PartialAnswer.Members(visit))
        {
            if (isInhabited && visit.Room!.MembershipOf(listed.Index) is Membership.Leave or Membership.Ban)
            {
                visit.ReportAt(Id, visit.Answer, state!, listed, ("user", visit.TextOf(visit.Room!.StateKeyOf(listed.Index))));
            }
        }
    }
}
