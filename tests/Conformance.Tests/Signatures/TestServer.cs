using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

namespace Conformance.Tests.Signatures;

/// <summary>A server with a signing key, which signs events in tests.</summary>
internal sealed record TestServer(string Name, string KeyId, byte Seed)
{
    public static TestServer Example { get; } = new("example.org", "ed25519:1", 1);

    public static TestServer Other { get; } = new("other.org", "ed25519:2", 2);

    /// <summary>The server's public key, for a ring.</summary>
    public ServerKey PublicKey(Ed25519Library library, long? validUntil = null, long? expired = null)
    {
        using Ed25519SecretKey secret = Secret(library);
        return new ServerKey(Name, KeyId, secret.PublicKey, validUntil, expired, new KeySource(KeySourceKind.KeysFile, "keys.json"));
    }

    /// <summary>Signs bytes.</summary>
    public string Sign(Ed25519Library library, ReadOnlySpan<byte> message)
    {
        using Ed25519SecretKey secret = Secret(library);
        byte[] signature = new byte[64];
        secret.Sign(message, signature);
        return Convert.ToBase64String(signature).TrimEnd('=');
    }

    /// <summary>Signs an event, and adds the signature to those that it has.</summary>
    public JsonObject Sign(Ed25519Library library, JsonObject message, string version)
    {
        var view = new EventView();
        view.Load(Read(message));
        var hasher = new EventHasher();
        hasher.Hash(view, RoomVersions.Find(version)!, ignored: 0);
        var signatures = (JsonObject)message["signatures"]!;
        signatures.TryAdd(Name, new JsonObject());
        signatures[Name]![KeyId] = Sign(library, hasher.RedactedForm);
        return message;
    }

    /// <summary>Checks an event against keys.</summary>
    public static EventSignatureVerdict Check(Ed25519Library? library, JsonNode message, string version, params ServerKey[] keys) =>
        Check(library, Read(message), version, keys);

    public static EventSignatureVerdict Check(Ed25519Library? library, Document document, string version, params ServerKey[] keys)
    {
        var verdict = new EventSignatureVerdict();
        var checker = new EventSignatureChecker(new KeyRing(keys), library, new VerifiedSignatures());
        checker.Check(document, RoomVersions.Find(version)!, verdict);
        return verdict;
    }

    public static Document Read(JsonNode message) => DocumentReader.Read(Encoding.UTF8.GetBytes(message.ToJsonString()), DocumentEncoding.Json);

    private Ed25519SecretKey Secret(Ed25519Library library)
    {
        byte[] seed = new byte[32];
        seed.AsSpan().Fill(Seed);
        return library.KeyFromSeed(seed);
    }
}
