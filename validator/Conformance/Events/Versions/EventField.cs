namespace Conformance.Events.Versions;

/// <summary>
/// The members of an event that the specification or its history knows, in the order of their names as bytes: the order in
/// which canonical JSON has them.
/// </summary>
public enum EventField
{
    /// <summary><c>auth_events</c></summary>
    AuthEvents,

    /// <summary><c>content</c></summary>
    Content,

    /// <summary><c>depth</c></summary>
    Depth,

    /// <summary><c>event_id</c></summary>
    EventId,

    /// <summary><c>hashes</c></summary>
    Hashes,

    /// <summary><c>membership</c>, of old events; kept by redactions up to room version 10.</summary>
    Membership,

    /// <summary><c>origin</c>, of old events; kept by redactions up to room version 10.</summary>
    Origin,

    /// <summary><c>origin_server_ts</c></summary>
    OriginServerTs,

    /// <summary><c>prev_events</c></summary>
    PrevEvents,

    /// <summary><c>prev_state</c>, of old events; kept by redactions up to room version 10.</summary>
    PrevState,

    /// <summary><c>redacts</c></summary>
    Redacts,

    /// <summary><c>room_id</c></summary>
    RoomId,

    /// <summary><c>sender</c></summary>
    Sender,

    /// <summary><c>signatures</c></summary>
    Signatures,

    /// <summary><c>state_key</c></summary>
    StateKey,

    /// <summary><c>type</c></summary>
    Type,

    /// <summary><c>unsigned</c></summary>
    Unsigned,
}
