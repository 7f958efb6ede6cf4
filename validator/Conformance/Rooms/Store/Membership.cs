namespace Conformance.Rooms.Store;

/// <summary>The memberships that the authorisation rules know.</summary>
internal enum Membership : byte
{
    /// <summary>The content has no <c>membership</c>, or there is no event.</summary>
    None,

    /// <summary>A text or value that the rules don't know.</summary>
    Unknown,

    /// <summary><c>join</c></summary>
    Join,

    /// <summary><c>invite</c></summary>
    Invite,

    /// <summary><c>leave</c></summary>
    Leave,

    /// <summary><c>ban</c></summary>
    Ban,

    /// <summary><c>knock</c></summary>
    Knock,
}
