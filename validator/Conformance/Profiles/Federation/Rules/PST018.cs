using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Of members that may be left out, those come that the room is named after.</summary>
internal sealed class PST018 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST018);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("send_join") || visit.Profile != StateProfile.Spec || !PartialAnswer.IsPartial(visit) || !visit.IsWhole(visit.Answer.Of(PduRole.State)))
        {
            return;
        }

        int members = PartialAnswer.Members(visit).Count();
        int needed = PartialAnswer.IsNamed(visit) ? 0 : PartialAnswer.MostHeroes;
        if (members > needed)
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit), ("members", members), ("needed", needed));
        }
    }
}
