using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>A create event has the ID that the room ID was made of.</summary>
internal static class EVT039
{
    private const string Id = nameof(EVT039);

    public static void Check(EventVisit visit, EventIdentity identity)
    {
        if (visit.Version is not { RoomIds: RoomIdForm.CreateEventHash } || visit.Room.IsEmpty || visit.Event.Has(EventField.RoomId)
            || !EventTypes.IsCreate(visit.Event) || visit.Room[1..].SequenceEqual(identity.Utf8[1..]))
        {
            return;
        }

        if (visit.Wants(Id))
        {
            visit.Report(Id, visit.Document.Root, ("event", identity.Text), ("room", Quoting.Safe(visit.Room)));
        }
    }
}
