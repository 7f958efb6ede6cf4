namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A state that is listed by ID has one event for each type and state key, where other exchanges hold the events.</summary>
internal sealed class FED102 : IConversationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED102);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach (StateAnswer answer in visit.States.Where(answer => answer.Endpoint == "state_ids"))
        {
            var first = new Dictionary<(string Type, string StateKey), string>();
            foreach (string id in answer.State.Order(StringComparer.Ordinal))
            {
                if (visit.Events.Find(id) is { StateKey: { } key } found && !first.TryAdd((found.Type, key), id))
                {
                    visit.Report(Id, answer.Place, ("type", found.Type), ("stateKey", key), ("event", id), ("other", first[(found.Type, key)]));
                }
            }
        }
    }
}
