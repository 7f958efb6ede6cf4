namespace Conformance.Signatures.Keys;

/// <summary>What is wrong with the text of a signing key.</summary>
internal enum SigningKeyFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It begins with another word than <c>ed25519</c>.</summary>
    Algorithm,

    /// <summary>It is not of three words.</summary>
    Parts,

    /// <summary>The second word is no key version.</summary>
    Version,

    /// <summary>The third word is not 32 bytes in Base64.</summary>
    Seed,
}
