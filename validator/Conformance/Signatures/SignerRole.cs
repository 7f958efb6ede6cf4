namespace Conformance.Signatures;

/// <summary>Why a server signs an event.</summary>
internal enum SignerRole
{
    /// <summary>It is the server of the <c>sender</c> (every room version).</summary>
    Sender,

    /// <summary>It is the server in the <c>event_id</c>, where that isn't the sender's (room versions 1 and 2).</summary>
    EventId,

    /// <summary>It is the server of <c>join_authorised_via_users_server</c> (from room version 8 on).</summary>
    AuthorisingUser,

    /// <summary>It need not: the server of a user who is invited, say.</summary>
    Other,
}
