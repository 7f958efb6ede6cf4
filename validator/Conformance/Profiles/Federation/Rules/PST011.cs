namespace Conformance.Profiles.Federation.Rules;

/// <summary>A value for omit_members that means nothing is refused.</summary>
internal sealed class PST011 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST011);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Is("send_join") && PartialAnswer.Asked(visit.Exchange) is { } asked && asked is not ("true" or "false"))
        {
            visit.Report(Id, ("asked", asked));
        }
    }
}
