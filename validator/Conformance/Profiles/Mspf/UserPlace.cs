namespace Conformance.Profiles.Mspf;

/// <summary>Where a user's record stands.</summary>
/// <param name="MemberOrdinal">The member's position in the run.</param>
/// <param name="Offset">The record's offset in the member.</param>
internal readonly record struct UserPlace(int MemberOrdinal, long Offset);
