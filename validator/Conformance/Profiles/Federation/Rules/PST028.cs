using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Members that are invited are among those that MSC2775 keeps.</summary>
internal sealed class PST028 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST028);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (Msc2775Answer.IsPartial(visit) && visit.Full is { } full)
        {
            FullStateRules.ReportMissing(visit, Id, full.Missing.FindAll(index => full.Room.MembershipOf(index) == Membership.Invite));
        }
    }
}
