namespace Conformance.Profiles.Federation.Conversation;

/// <summary>What a server says of a state in one way, it says in the other.</summary>
internal sealed class FED038 : IConversationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED038);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach (IGrouping<(string Room, string Event, string Server), StateAnswer> same in visit.States.GroupBy(answer => (answer.Room, answer.Event, answer.Server)))
        {
            if (same.FirstOrDefault(answer => answer.Endpoint == "state") is { } state && same.FirstOrDefault(answer => answer.Endpoint == "state_ids") is { } ids)
            {
                Compare("state", state.State, ids.State, state, ids, visit);
                Compare("auth chain", state.Chain, ids.Chain, state, ids, visit);
            }
        }
    }

    private void Compare(string part, HashSet<string> events, HashSet<string> listed, StateAnswer state, StateAnswer ids, ConversationVisit visit)
    {
        List<string> differing = [.. events.Except(listed).Concat(listed.Except(events)).Order(StringComparer.Ordinal)];
        if (differing.Count > 0)
        {
            visit.Report(
                Id,
                ids.Place,
                ("part", part),
                ("event", ids.Event),
                ("unlisted", events.Count(id => !listed.Contains(id))),
                ("unsent", listed.Count(id => !events.Contains(id))),
                ("file", state.Place.File),
                ("example", differing[0]));
        }
    }
}
