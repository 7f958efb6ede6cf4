using Conformance.Documents;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>Missing events are reached from the events whose past was asked for, where other exchanges hold these.</summary>
internal sealed class FED070 : IConversationRule
{
    private readonly List<(HashSet<string> Latest, HashSet<string> Earliest, List<(string Id, ExchangePlace Place)> Events)> _answers = [];

    /// <inheritdoc />
    public string Id => nameof(FED070);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        if (!visit.Is("get_missing_events") || visit.Answer.Of(PduRole.History) is not { } list || !visit.IsWhole(list) || visit.Request is not { IsReadable: true } request)
        {
            return;
        }

        _answers.Add((
            Texts(request.Map.Get("latest_events"u8)),
            Texts(request.Map.Get("earliest_events"u8)),
            [.. list.Events.Select(listed => (visit.Room!.IdOf(listed.Index), ExchangePlace.Of(visit, visit.Answer, list, listed)))]));
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((HashSet<string> latest, HashSet<string> earliest, List<(string Id, ExchangePlace Place)> events) in _answers)
        {
            List<ConversationEvent?> heads = [.. latest.Select(visit.Events.Find)];
            if (heads.Count == 0 || heads.Contains(null))
            {
                continue;
            }

            // What lies between is handed out with all that leads to it, since the walk is breadth first.
            HashSet<string> there = [.. events.Select(listed => listed.Id)];
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var left = new Stack<string>(heads.SelectMany(head => head!.Value.PrevEvents));
            while (left.TryPop(out string? id))
            {
                if (!earliest.Contains(id) && there.Contains(id) && reached.Add(id) && visit.Events.Find(id) is { } found)
                {
                    foreach (string prev in found.PrevEvents)
                    {
                        left.Push(prev);
                    }
                }
            }

            foreach ((string id, ExchangePlace place) in events)
            {
                if (!reached.Contains(id) && !latest.Contains(id) && !earliest.Contains(id))
                {
                    visit.Report(Id, place, ("event", id));
                }
            }
        }
    }

    private static HashSet<string> Texts(Node array)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node element in array.Elements())
        {
            if (element.AsString() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}
