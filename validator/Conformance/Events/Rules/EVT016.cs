using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Where event IDs are hashes, events don't carry them.</summary>
internal static class EVT016
{
    private const string Id = nameof(EVT016);

    public static void Check(EventVisit visit)
    {
        if (visit.Event.Has(EventField.EventId) && visit.Version is { EventIds: not EventIdForm.Field } version && visit.Wants(Id))
        {
            visit.Report(Id, EventField.EventId, ("version", version.Id));
        }
    }
}
