namespace Conformance.Profiles.Federation.Conversation;

/// <summary>The state before an event is the same whenever a server is asked.</summary>
internal sealed class FED099 : IConversationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED099);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach (IGrouping<(string, string, string, string), StateAnswer> same in visit.States.GroupBy(answer => (answer.Endpoint, answer.Room, answer.Event, answer.Server)))
        {
            StateAnswer first = same.First();
            foreach (StateAnswer later in same.Skip(1))
            {
                if (!first.State.SetEquals(later.State))
                {
                    visit.Report(
                        Id,
                        later.Place,
                        ("event", later.Event),
                        ("file", first.Place.File),
                        ("more", later.State.Count(id => !first.State.Contains(id))),
                        ("fewer", first.State.Count(id => !later.State.Contains(id))));
                }
            }
        }
    }
}
