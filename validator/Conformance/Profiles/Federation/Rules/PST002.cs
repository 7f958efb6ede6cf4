using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Members are left out only for a server that asked for it.</summary>
internal sealed class PST002 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST002);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Profile == StateProfile.Spec && visit.Is("send_join") && visit.Exchange.HasRequest && PartialAnswer.IsPartial(visit) && !PartialAnswer.WasAskedFor(visit.Exchange))
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit), ("asked", PartialAnswer.Asked(visit.Exchange) ?? "nothing"));
        }
    }
}
