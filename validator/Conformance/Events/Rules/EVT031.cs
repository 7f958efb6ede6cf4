using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A redaction names its target where its room version has it.</summary>
internal static class EVT031
{
    private const string Id = nameof(EVT031);

    public static void Check(EventVisit visit)
    {
        EventView view = visit.Event;
        if (visit.Version is not { } version || !EventTypes.IsRedaction(view))
        {
            return;
        }

        bool misplaced = version.Redacts == RedactsPlace.Content
            ? view.Has(EventField.Redacts)
            : !view.Has(EventField.Redacts) && view[EventField.Content].Get("redacts"u8).Exists;
        if (misplaced && visit.Wants(Id))
        {
            bool inContent = version.Redacts == RedactsPlace.Content;
            visit.Report(
                Id,
                inContent ? view[EventField.Redacts] : view[EventField.Content].Get("redacts"u8),
                ("version", version.Id),
                ("right", inContent ? "content.redacts" : "redacts"),
                ("found", inContent ? "redacts" : "content.redacts"));
        }
    }
}
