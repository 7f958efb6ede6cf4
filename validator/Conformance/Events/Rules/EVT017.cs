using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A create event whose ID is the room's has no <c>room_id</c>.</summary>
internal static class EVT017
{
    private const string Id = nameof(EVT017);

    public static void Check(EventVisit visit)
    {
        if (visit.Event.Has(EventField.RoomId) && visit.Version is { RoomIds: RoomIdForm.CreateEventHash } version && visit.Wants(Id))
        {
            visit.Report(Id, EventField.RoomId, ("version", version.Id));
        }
    }
}
