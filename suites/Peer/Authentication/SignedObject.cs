using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Signatures.Cryptography;

namespace Conformance.Suites.Peer.Authentication;

/// <summary>Verifies signatures of JSON objects (Appendices, Checking for a Signature).</summary>
internal static class SignedObject
{
    /// <summary>Whether an object has a server's good signature.</summary>
    /// <param name="signed">The object.</param>
    /// <param name="signer">Who is to have signed it.</param>
    /// <param name="keyId">By which key.</param>
    /// <param name="key">The key.</param>
    public static bool Verify(JsonObject signed, string signer, string keyId, Ed25519PublicKey key)
    {
        var bare = (JsonObject)signed.DeepClone();
        bare.Remove("signatures");
        bare.Remove("unsigned");
        return SignatureOf(signed, signer, keyId) is { } signature && Verify(key, CanonicalJson.Bytes(bare), signature);
    }

    /// <summary>Whether a signature of bytes is good.</summary>
    public static bool Verify(Ed25519PublicKey key, ReadOnlySpan<byte> message, string signature) =>
        Ed25519Libraries.Default is { } library && Decode(signature) is { } bytes && library.Verify(key, message, bytes);

    /// <summary>The signature that an object has of a server by a key; null for none.</summary>
    public static string? SignatureOf(JsonObject signed, string signer, string keyId) =>
        ((signed["signatures"] as JsonObject)?[signer] as JsonObject)?[keyId] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The IDs of the keys that a server has signed an object by.</summary>
    public static IEnumerable<string> KeysOf(JsonObject signed, string signer) =>
        ((signed["signatures"] as JsonObject)?[signer] as JsonObject ?? []).Select(pair => pair.Key);

    /// <summary>Base64 with padding or without; null when it is none.</summary>
    public static byte[]? Decode(string text)
    {
        string bare = text.TrimEnd('=');
        byte[] bytes = new byte[(bare.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(bare.PadRight((bare.Length + 3) / 4 * 4, '='), bytes, out int written) ? bytes[..written] : null;
    }
}
