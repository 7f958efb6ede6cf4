using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>What is remembered of one user until the block is committed.</summary>
/// <param name="UserId">The user ID in UTF-8; the bytes belong to the record.</param>
/// <param name="Member">The member that holds the record.</param>
/// <param name="MemberOrdinal">The member's position in the run.</param>
/// <param name="Offset">Where the record stands in the member.</param>
/// <param name="CreatedAt">The time the account was made, as it stands there; null when it is no integer.</param>
internal readonly record struct UserRecord(byte[] UserId, string Member, int MemberOrdinal, long Offset, long? CreatedAt)
{
    /// <summary>The user ID as text that may be printed.</summary>
    public string SafeUserId => Mspf.SafeUserId.Of(UserId);

    /// <summary>The record as a place; the pointer goes to a member of it when one is named.</summary>
    public Location Place(string? member = null) =>
        new(Member, Offset, "/" + Documents.NodePointer.Escape(SafeUserId) + (member is null ? "" : "/" + member));
}
