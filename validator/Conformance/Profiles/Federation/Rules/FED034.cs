using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Missing events are none that the asking server has.</summary>
internal sealed class FED034 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED034);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("get_missing_events") || visit.Room is not { } room || visit.Request is not { IsReadable: true } request || visit.Answer.Of(PduRole.History) is not { } list)
        {
            return;
        }

        HashSet<string> known = [.. new[] { request.Map.Get("latest_events"u8), request.Map.Get("earliest_events"u8) }.SelectMany(Texts)];
        foreach (ListedEvent listed in list.Events)
        {
            if (listed.Index >= 0 && known.Contains(room.IdOf(listed.Index)))
            {
                visit.ReportAt(Id, visit.Answer, list, listed, ("event", room.IdOf(listed.Index)));
            }
        }
    }

    private static List<string> Texts(Node array)
    {
        var texts = new List<string>();
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
