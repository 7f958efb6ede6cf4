namespace Conformance.Rooms.Facts;

/// <summary>What rules read of a member event beyond its membership.</summary>
/// <param name="AuthorisingUser">The user in <c>join_authorised_via_users_server</c>, as a number of the room's texts; -1 when there is none.</param>
/// <param name="HasThirdPartyInvite">Whether the content has a <c>third_party_invite</c>.</param>
/// <param name="Proof">Its <c>signed</c>; null when that is missing or no object.</param>
internal sealed record MemberFacts(int AuthorisingUser, bool HasThirdPartyInvite, ThirdPartyProof? Proof);
