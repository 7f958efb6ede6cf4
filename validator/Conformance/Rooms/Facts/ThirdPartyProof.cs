namespace Conformance.Rooms.Facts;

/// <summary>What an identity server signed when an invited address turned out to belong to a user.</summary>
/// <param name="UserId">The user, as a number of the room's texts; -1 when the proof names none.</param>
/// <param name="Token">The token of the invitation, as a number of the room's texts; -1 when the proof names none.</param>
/// <param name="Message">The bytes that are signed: canonical JSON without <c>signatures</c> and <c>unsigned</c>; empty when there is no such form.</param>
/// <param name="Signatures">The Ed25519 signatures in it.</param>
internal sealed record ThirdPartyProof(int UserId, int Token, byte[] Message, IReadOnlyList<byte[]> Signatures);
