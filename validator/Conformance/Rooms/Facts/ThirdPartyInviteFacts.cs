namespace Conformance.Rooms.Facts;

/// <summary>What rules read of an event of type <c>m.room.third_party_invite</c>.</summary>
/// <param name="PublicKeys">The keys in <c>public_key</c> and <c>public_keys</c>, as far as they are Base64.</param>
internal sealed record ThirdPartyInviteFacts(IReadOnlyList<byte[]> PublicKeys);
