namespace Conformance.Profiles.Federation.Conversation;

/// <summary>The events that the exchanges of a conversation hold, by ID. Of an event that stands in several, the first copy counts.</summary>
/// <param name="limit">The most events that are remembered.</param>
internal sealed class ConversationEvents(long limit)
{
    private const long Most = 2_000_000;

    private readonly Dictionary<string, ConversationEvent> _events = new(StringComparer.Ordinal);

    /// <summary>Whether there were more than are remembered.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Remembers the events of an exchange.</summary>
    public void Take(FederationVisit visit)
    {
        foreach (EventList list in visit.Request is { } request ? visit.Answer.Lists.Concat(request.Lists) : visit.Answer.Lists)
        {
            foreach (ListedEvent listed in list.Events)
            {
                if (listed.Index >= 0 && visit.Room is { } room && room.IsUsable(listed.Index))
                {
                    Add(room.IdOf(listed.Index), new ConversationEvent(room, listed.Index));
                }
            }

            foreach (TransactionEvent? sent in list.Sent)
            {
                if (sent is not null)
                {
                    Add(sent.Id, new ConversationEvent(sent));
                }
            }
        }
    }

    /// <summary>An event by its ID; null when no exchange holds it.</summary>
    public ConversationEvent? Find(string id) => _events.TryGetValue(id, out ConversationEvent found) ? found : null;

    private void Add(string id, ConversationEvent found)
    {
        if (_events.Count < Math.Min(limit, Most))
        {
            _events.TryAdd(id, found);
        }
        else
        {
            IsCut |= !_events.ContainsKey(id);
        }
    }
}
