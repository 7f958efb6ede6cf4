using Conformance.Signatures.Cryptography;

namespace Conformance.Rooms.Authorisation;

/// <summary>Verifies proofs of invited addresses with a library.</summary>
internal static class ThirdPartySignatures
{
    /// <summary>What verifies; null when there is no library.</summary>
    public static ThirdPartySignatureCheck? By(Ed25519Library? library) => library is null
        ? null
        : (key, message, signature) => key.Length == Ed25519PublicKey.Length && library.Verify(new Ed25519PublicKey(key), message, signature);
}
