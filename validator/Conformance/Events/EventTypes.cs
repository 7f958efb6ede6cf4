using Conformance.Events.Versions;

namespace Conformance.Events;

/// <summary>Types of events that the checks treat in their own way.</summary>
internal static class EventTypes
{
    /// <summary>Whether an event is a create event: of that type and with an empty state key.</summary>
    public static bool IsCreate(EventView view) =>
        view.TextOf(EventField.Type).SequenceEqual("m.room.create"u8) && view[EventField.StateKey].TextEquals(""u8);

    /// <summary>Whether an event is a user's own join to a room.</summary>
    public static bool IsJoin(EventView view) =>
        view.TextOf(EventField.Type).SequenceEqual("m.room.member"u8)
        && view[EventField.StateKey].TextEquals(view.TextOf(EventField.Sender))
        && view[EventField.Content].Get("membership"u8).TextEquals("join"u8);

    /// <summary>Whether an event is a redaction.</summary>
    public static bool IsRedaction(EventView view) => view.TextOf(EventField.Type).SequenceEqual("m.room.redaction"u8);
}
