namespace Conformance.Rooms.Facts;

/// <summary>What rules read of a member event with a <c>third_party_invite</c>.</summary>
/// <param name="AuthorisingUser">The user in <c>join_authorised_via_users_server</c>, as a number of the room's texts; -1 when there is none.</param>
/// <param name="Proof">Its <c>signed</c>; null when that is missing or no object.</param>
internal sealed record MemberFacts(int AuthorisingUser, ThirdPartyProof? Proof);
