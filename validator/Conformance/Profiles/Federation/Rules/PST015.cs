namespace Conformance.Profiles.Federation.Rules;

/// <summary>What says that members were left out leaves some out.</summary>
internal sealed class PST015 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST015);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Full is { } full && PartialAnswer.IsPartial(visit) && !full.Missing.Exists(full.IsMember))
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit), ("flag", PartialAnswer.FlagName(visit)), ("members", full.Members.Count()));
        }
    }
}
