namespace Conformance.Rooms.Store;

/// <summary>The join rules that the authorisation rules know.</summary>
internal enum JoinRule : byte
{
    /// <summary>A text or value that the rules don't know; <c>private</c> too.</summary>
    Unknown,

    /// <summary><c>invite</c>; also where nothing is said.</summary>
    Invite,

    /// <summary><c>public</c></summary>
    Public,

    /// <summary><c>knock</c></summary>
    Knock,

    /// <summary><c>restricted</c></summary>
    Restricted,

    /// <summary><c>knock_restricted</c></summary>
    KnockRestricted,
}
