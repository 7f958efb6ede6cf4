namespace Conformance.Profiles.Federation.Conversation;

/// <summary>The auth chain of an event holds what the event names, where another exchange holds the event.</summary>
internal sealed class FED097 : IConversationRule
{
    private readonly List<(string Event, HashSet<string> Chain, ExchangePlace Place)> _answers = [];

    /// <inheritdoc />
    public string Id => nameof(FED097);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        EventList? chain = visit.Answer.Of(PduRole.AuthChain);
        if (visit.Is("event_auth") && visit.IsWhole(chain) && visit.Exchange.Values.TryGetValue("eventId", out string? id))
        {
            _answers.Add((id, [.. chain!.Events.Select(listed => visit.Room!.IdOf(listed.Index))], ExchangePlace.OfAnswer(visit)));
        }
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((string id, HashSet<string> chain, ExchangePlace place) in _answers)
        {
            List<string> missing = [.. (visit.Events.Find(id)?.AuthEvents ?? []).Where(named => !chain.Contains(named))];
            if (missing.Count > 0)
            {
                visit.Report(Id, place, ("event", id), ("missing", missing.Count), ("example", missing[0]));
            }
        }
    }
}
