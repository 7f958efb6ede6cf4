namespace Conformance.Rooms.Store;

/// <summary>What is known of an event of a room beside its members.</summary>
[Flags]
internal enum RoomEventFlags : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The event is there; without this, others name it only.</summary>
    Held = 1,

    /// <summary>Something that no rule can do without is missing or of the wrong kind: a server would have dropped the event.</summary>
    Malformed = 2,

    /// <summary>Its type is <c>m.room.create</c>.</summary>
    Create = 4,

    /// <summary>It has a <c>room_id</c>.</summary>
    HasRoomId = 8,

    /// <summary>Its <c>room_id</c> is that of another room.</summary>
    OtherRoom = 16,

    /// <summary>Its ID is no hash in the form of the room version, and is kept as text.</summary>
    TextId = 32,

    /// <summary>It names more events than are kept.</summary>
    ReferencesCut = 64,

    /// <summary>The signature of the server that <c>join_authorised_via_users_server</c> names is known not to be valid.</summary>
    AuthorisingSignatureBad = 128,

    /// <summary>An invite that follows from an invitation by e-mail address or telephone number.</summary>
    ThirdParty = 256,

    /// <summary>Its contents are those of the redacted form.</summary>
    Redacted = 512,

    /// <summary>It has a state key.</summary>
    State = 1024,

    /// <summary>On its way into the room: one more text is named, an authorising user or what is redacted.</summary>
    NamesText = 2048,

    /// <summary>On its way into the room: its content goes along.</summary>
    HasFacts = 4096,

    /// <summary>It has no depth that is a number a server would accept.</summary>
    NoDepth = 8192,
}
