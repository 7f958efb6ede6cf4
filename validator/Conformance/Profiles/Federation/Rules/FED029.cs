namespace Conformance.Profiles.Federation.Rules;

/// <summary>The event that comes back is the one that was sent.</summary>
internal sealed class FED029 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED029);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.IsAnyOf("send_join", "send_join/v1", "invite", "invite/v1") || visit.Answer.Of(PduRole.Event) is not { Events: [{ Index: >= 0 } listed] } list)
        {
            return;
        }

        string back = visit.Room!.IdOf(listed.Index);
        string? sent = visit.Request?.Of(PduRole.Event) is { Events: [{ Index: >= 0 } request] } ? visit.Room.IdOf(request.Index)
            : visit.Exchange.Values.GetValueOrDefault("eventId");
        if (sent is not null && sent != back)
        {
            visit.ReportAt(Id, visit.Answer, list, listed, ("event", back), ("sent", sent));
        }
    }
}
