using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Signatures.Cryptography;

namespace Conformance.Suites.Peer.Identity;

/// <summary>One Ed25519 key, made of a text so that a run is the same each time.</summary>
internal sealed class PeerKey
{
    private readonly Ed25519SecretKey _secret;

    private PeerKey(string id, Ed25519SecretKey secret)
    {
        Id = id;
        _secret = secret;
    }

    /// <summary>The key's ID: <c>ed25519:</c> and its version.</summary>
    public string Id { get; }

    /// <summary>The public key in unpadded Base64.</summary>
    public string Public => _secret.PublicKey.ToString();

    /// <summary>Makes a key.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="origin">The text it is made of.</param>
    /// <exception cref="InvalidOperationException">The system has no library for Ed25519.</exception>
    public static PeerKey Of(string id, string origin)
    {
        Ed25519Library library = Ed25519Libraries.Default ?? throw new InvalidOperationException(Ed25519Libraries.Advice);
        return new PeerKey(id, library.KeyFromSeed(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("a key of a test peer: " + origin))));
    }

    /// <summary>Signs bytes.</summary>
    /// <returns>The signature in unpadded Base64.</returns>
    public string Sign(ReadOnlySpan<byte> message)
    {
        Span<byte> signature = stackalloc byte[Ed25519Library.SignatureLength];
        _secret.Sign(message, signature);
        return Base64.Unpadded(signature);
    }

    /// <summary>Adds a signature of an object to it (Appendices, Signing JSON).</summary>
    /// <param name="signed">The object.</param>
    /// <param name="signer">Who signs.</param>
    public void Sign(JsonObject signed, string signer)
    {
        var bare = (JsonObject)signed.DeepClone();
        bare.Remove("signatures");
        bare.Remove("unsigned");
        AddSignature(signed, signer, Sign(CanonicalJson.Bytes(bare)));
    }

    /// <summary>Adds a signature to an object.</summary>
    public void AddSignature(JsonObject signed, string signer, string signature)
    {
        if (signed["signatures"] is not JsonObject signatures)
        {
            signed["signatures"] = signatures = [];
        }

        if (signatures[signer] is not JsonObject own)
        {
            signatures[signer] = own = [];
        }

        own[Id] = signature;
    }
}
