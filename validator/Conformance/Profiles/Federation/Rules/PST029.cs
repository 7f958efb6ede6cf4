using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>One joined member of each server is among those that MSC2775 keeps.</summary>
internal sealed class PST029 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST029);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!Msc2775Answer.IsPartial(visit) || visit.Full is not { } full)
        {
            return;
        }

        RoomEvents room = visit.Room!;
        HashSet<string> there = [.. visit.Answer.Of(PduRole.State)!.Events.Where(listed => room.MembershipOf(listed.Index) == Membership.Join)
            .Select(listed => PartialAnswer.ServerOf(visit.TextOf(room.StateKeyOf(listed.Index))))];
        foreach (string server in full.Members.Where(index => full.Room.MembershipOf(index) == Membership.Join)
            .Select(index => PartialAnswer.ServerOf(full.Visit.TextOf(full.Room.StateKeyOf(index)))).Where(there.Add))
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit), ("server", server));
        }
    }
}
