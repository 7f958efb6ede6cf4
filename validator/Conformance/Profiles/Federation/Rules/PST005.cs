namespace Conformance.Profiles.Federation.Rules;

/// <summary>State that is whole has every member.</summary>
internal sealed class PST005 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST005);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Full is null && visit.IsAnyOf("send_join", "send_join/v1") && !PartialAnswer.IsPartial(visit))
        {
            MissingState.Report(visit, Id, members: true);
        }
    }
}
