namespace Conformance.Events.Versions;

/// <summary>The form of room IDs.</summary>
public enum RoomIdForm
{
    /// <summary><c>!opaque:server</c>.</summary>
    WithServer,

    /// <summary>The ID of the create event with <c>!</c> in place of <c>$</c>; the create event itself has no <c>room_id</c>.</summary>
    CreateEventHash,
}
