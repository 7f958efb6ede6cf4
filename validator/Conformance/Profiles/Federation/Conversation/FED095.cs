using Conformance.Documents;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>The time that stands beside an event's ID is the event's.</summary>
internal sealed class FED095 : IConversationRule
{
    private readonly List<(string Event, long Time, ExchangePlace Place)> _answers = [];

    /// <inheritdoc />
    public string Id => nameof(FED095);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        Node time = visit.Answer.Map.Get("origin_server_ts"u8);
        if (visit.Is("timestamp_to_event") && visit.Answer.Map.Get("event_id"u8).AsString() is { } id && time.Kind == NodeKind.Integer && (time.Flags & NodeFlags.BigInteger) == 0)
        {
            _answers.Add((id, time.Int64Value, ExchangePlace.Of(visit, visit.Answer, time)));
        }
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((string id, long time, ExchangePlace place) in _answers)
        {
            if (visit.Events.Find(id)?.Time is { } actual && actual != time)
            {
                visit.Report(Id, place, ("event", id), ("time", time), ("actual", actual));
            }
        }
    }
}
