namespace Conformance.Rooms.Authorisation;

/// <summary>How an event of a room stands (Server-Server API, Checks performed on receipt of a PDU, 4 and 5).</summary>
internal enum EventStanding : byte
{
    /// <summary>Not judged: not there, or not yet.</summary>
    None,

    /// <summary>Allowed by its auth events and by the state before it.</summary>
    Accepted,

    /// <summary>Allowed by its auth events; the state before it isn't known.</summary>
    Unplaced,

    /// <summary>Refused by its auth events.</summary>
    RejectedByAuthEvents,

    /// <summary>Refused by the state before it.</summary>
    RejectedByState,

    /// <summary>Nothing can be said, not even from its auth events.</summary>
    Undetermined,
}
