namespace Conformance.Profiles.Federation.Rules;

/// <summary>Members that were banned or thrown out are among those that MSC2775 keeps.</summary>
internal sealed class PST027 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST027);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (Msc2775Answer.IsPartial(visit) && visit.Full is { } full)
        {
            FullStateRules.ReportMissing(visit, Id, full.Missing.FindAll(index => Msc2775Answer.IsThrownOut(full.Room, index)));
        }
    }
}
