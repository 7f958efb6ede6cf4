namespace Conformance.Profiles.Federation.Rules;

/// <summary>The event that is handed out is the one that was asked for.</summary>
internal sealed class FED027 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED027);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Is("event") && visit.Exchange.Values.TryGetValue("eventId", out string? asked) && visit.Answer.Of(PduRole.History) is { Events: [{ Index: >= 0 } listed] } list
            && visit.Room!.IdOf(listed.Index) != asked)
        {
            visit.ReportAt(Id, visit.Answer, list, listed, ("event", visit.Room.IdOf(listed.Index)), ("asked", asked));
        }
    }
}
