namespace Conformance.Profiles.Federation.Conversation;

/// <summary>What a state lists by ID are state events, where other exchanges hold them.</summary>
internal sealed class FED098 : IConversationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED098);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach (StateAnswer answer in visit.States.Where(answer => answer.Endpoint == "state_ids"))
        {
            foreach (string id in answer.State.Order(StringComparer.Ordinal))
            {
                if (visit.Events.Find(id) is { StateKey: null } found)
                {
                    visit.Report(Id, answer.Place, ("event", id), ("type", found.Type));
                }
            }
        }
    }
}
