namespace Conformance.Rooms.Authorisation;

/// <summary>What the authorisation rules say of an event.</summary>
internal enum AuthOutcome : byte
{
    /// <summary>Nothing: what would decide isn't known.</summary>
    Undetermined,

    /// <summary>It is allowed.</summary>
    Allowed,

    /// <summary>It is refused.</summary>
    Refused,
}
