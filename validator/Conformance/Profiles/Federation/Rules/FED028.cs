namespace Conformance.Profiles.Federation.Rules;

/// <summary>One event is handed out for one that was asked for.</summary>
internal sealed class FED028 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED028);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Is("event") && visit.Answer.Of(PduRole.History) is { IsPresent: true } list && list.Events.Count != 1)
        {
            visit.Report(Id, ("events", list.Events.Count));
        }
    }
}
