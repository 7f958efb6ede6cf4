namespace Conformance.Profiles.Federation.Rules;

/// <summary>Members are left out only where the answer says so.</summary>
internal sealed class PST016 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST016);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Full is { } full && !PartialAnswer.IsPartial(visit) && full.Missing.FindAll(full.IsMember) is { Count: > 0 } missing)
        {
            FullStateRules.ReportMissing(visit, Id, missing, ("flag", PartialAnswer.FlagName(visit)));
        }
    }
}
