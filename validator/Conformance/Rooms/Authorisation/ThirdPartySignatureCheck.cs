namespace Conformance.Rooms.Authorisation;

/// <summary>Verifies an Ed25519 signature of an identity server.</summary>
/// <param name="publicKey">The key, 32 bytes.</param>
/// <param name="message">What is signed.</param>
/// <param name="signature">The signature, 64 bytes.</param>
/// <returns>Whether it is valid.</returns>
internal delegate bool ThirdPartySignatureCheck(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
