using System.Text;
using Conformance.Documents;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The summary counts the members that there are.</summary>
internal sealed class PST026 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST026);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!Msc2775Answer.IsPartial(visit) || visit.Full is not { } full)
        {
            return;
        }

        // Whether the join counts that is being answered is left open.
        string joiner = PartialAnswer.Joiner(visit);
        List<int> others = [.. full.Members.Where(index => full.Visit.TextOf(full.Room.StateKeyOf(index)) != joiner)];
        Compare("m.joined_member_count", Membership.Join, 1);
        Compare("m.invited_member_count", Membership.Invite, full.Members.Count() - others.Count);

        void Compare(string name, Membership membership, int leeway)
        {
            Node told = visit.Answer.Map.Get("summary"u8).Get(Encoding.ASCII.GetBytes(name));
            int counted = others.Count(index => full.Room.MembershipOf(index) == membership);
            if (told.Kind == NodeKind.Integer && (told.Flags & NodeFlags.BigInteger) == 0 && (told.Int64Value < counted || told.Int64Value > counted + leeway))
            {
                visit.Report(Id, visit.Answer, told, ("name", name), ("told", told.Int64Value), ("counted", counted));
            }
        }
    }
}
