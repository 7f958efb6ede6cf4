namespace Conformance.Profiles.Federation.Rules;

/// <summary>The state before a join does not hold the join.</summary>
internal sealed class FED030 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED030);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.IsAnyOf("send_join", "send_join/v1") || visit.Answer.Of(PduRole.State) is not { } state || visit.Room is not { } room)
        {
            return;
        }

        EventSet joins = AuthChains.In(room, visit.Answer.Of(PduRole.Event), visit.Request?.Of(PduRole.Event));
        if (visit.Exchange.Values.TryGetValue("eventId", out string? sent) && room.Find(System.Text.Encoding.UTF8.GetBytes(sent)) is >= 0 and int named)
        {
            joins.Add(named);
        }

        foreach (ListedEvent listed in state.Events)
        {
            if (joins.Contains(listed.Index))
            {
                visit.ReportAt(Id, visit.Answer, state, listed, ("event", room.IdOf(listed.Index)));
            }
        }
    }
}
