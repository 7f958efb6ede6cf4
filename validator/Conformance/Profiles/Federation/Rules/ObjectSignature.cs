using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A signature of an object of a body, by a key that is given as text.</summary>
internal static class ObjectSignature
{
    /// <summary>Whether a signature is good.</summary>
    /// <param name="signed">The object.</param>
    /// <param name="key">The public key in Base64.</param>
    /// <param name="signature">The signature in Base64.</param>
    /// <param name="library">Verifies.</param>
    /// <returns>Null when it can't be told: the object has no canonical form, the key is none, or there is no library.</returns>
    public static bool? IsGood(Node signed, Node key, Node signature, Ed25519Library? library) => IsGood(signed, key.AsString(), signature, library);

    /// <inheritdoc cref="IsGood(Node, Node, Node, Ed25519Library?)" />
    public static bool? IsGood(Node signed, string? key, Node signature, Ed25519Library? library) => IsGood(signed, KeyOf(key), signature, library);

    /// <summary>Whether a signature is good.</summary>
    /// <param name="signed">The object.</param>
    /// <param name="key">The public key; null when it isn't known.</param>
    /// <param name="signature">The signature in Base64.</param>
    /// <param name="library">Verifies.</param>
    /// <returns>Null when it can't be told.</returns>
    public static bool? IsGood(Node signed, Ed25519PublicKey? key, Node signature, Ed25519Library? library)
    {
        var writer = new CanonicalJsonWriter();
        if (library is null || key is not { } known || !SignedJson.TryWrite(signed, writer))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Ed25519Library.SignatureLength];
        return SignatureText.TryDecode(signature, bytes) && library.Verify(known, writer.Written, bytes);
    }

    private static Ed25519PublicKey? KeyOf(string? key)
    {
        Span<byte> bytes = stackalloc byte[64];
        return key is { Length: 43 or 44 } text && Convert.TryFromBase64String(text.TrimEnd('=') + "=", bytes, out int length) && length == Ed25519PublicKey.Length
            ? new Ed25519PublicKey(bytes[..length])
            : null;
    }
}
