namespace Conformance.Rooms.Store;

/// <summary>In what form an event is added to a room.</summary>
[Flags]
internal enum RoomEventForm
{
    /// <summary>As it is.</summary>
    AsIs = 0,

    /// <summary>Its redacted form counts, since its content hash doesn't fit (Server-Server API, Checks performed on receipt of a PDU).</summary>
    Redacted = 1,

    /// <summary>Its <c>room_id</c> is no part of it: an export added it to the create event that gives the room its ID.</summary>
    RoomIdAdded = 2,

    /// <summary>The signature of the server that <c>join_authorised_via_users_server</c> names is known not to be valid.</summary>
    AuthorisingSignatureBad = 4,
}
