using Conformance.Events.Versions;

namespace Conformance.Events;

/// <summary>Types of events that the checks treat in their own way.</summary>
internal static class EventTypes
{
    /// <summary>Whether an event is a create event: of that type and with an empty state key.</summary>
    public static bool IsCreate(EventView view) =>
        view.TextOf(EventField.Type).SequenceEqual("m.room.create"u8) && view[EventField.StateKey].TextEquals(""u8);

    /// <summary>Whether an event is a redaction.</summary>
    public static bool IsRedaction(EventView view) => view.TextOf(EventField.Type).SequenceEqual("m.room.redaction"u8);
}
