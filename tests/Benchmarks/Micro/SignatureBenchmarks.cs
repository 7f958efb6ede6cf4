using BenchmarkDotNet.Attributes;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

namespace Conformance.Benchmarks.Micro;

/// <summary>
/// Checking the signature of an event that has been hashed, against the library's verification of the same bytes by itself: what is
/// between the two is ours. Time for one event.
/// </summary>
[MemoryDiagnoser]
public class SignatureBenchmarks
{
    private const string Event = """
        {"auth_events":["$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","$BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","$CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
         "content":{"body":"a message of some words","msgtype":"m.text"},"depth":12,"hashes":{"sha256":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
         "origin_server_ts":1700000000000,"prev_events":["$DAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],"room_id":"!abcdefghijklmnopqr:example.org",
         "sender":"@alice:example.org","signatures":{"example.org":{"ed25519:1":"SIGNATURE"}},"type":"m.room.message"}
        """;

    private readonly EventView _view = new();
    private readonly EventHasher _hasher = new();
    private readonly EventSignatureVerdict _verdict = new();
    private readonly byte[] _signature = new byte[Ed25519Library.SignatureLength];
    private readonly RoomVersion _version = RoomVersions.Find("11")!;
    private Ed25519Library _library = null!;
    private Ed25519PublicKey _key = null!;
    private EventSignatureChecker _checker = null!;
    private EventSignatureChecker _remembering = null!;

    /// <summary>The libraries to compare.</summary>
    [Params("libsodium", "libcrypto")]
    public string Library { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var finder = new SystemLibraryFinder();
        _library = (Library == "libsodium" ? Ed25519Libraries.FindSodium(finder) : Ed25519Libraries.FindOpenSsl(finder))
            ?? throw new InvalidOperationException($"This system has no {Library}.");
        using Ed25519SecretKey secret = _library.KeyFromSeed(new byte[Ed25519Library.SeedLength]);
        _key = secret.PublicKey;
        Load(new string('A', 86));
        secret.Sign(_hasher.RedactedForm, _signature);
        Load(Convert.ToBase64String(_signature).TrimEnd('='));

        var keys = new KeyRing([new ServerKey("example.org", "ed25519:1", _key, null, null, new KeySource(KeySourceKind.KeysFile, "keys.json"))]);
        _checker = new EventSignatureChecker(keys, _library, new VerifiedSignatures(0));
        _remembering = new EventSignatureChecker(keys, _library, new VerifiedSignatures());
    }

    [Benchmark(Baseline = true)]
    public bool LibraryAlone() => _library.Verify(_key, _hasher.RedactedForm, _signature);

    [Benchmark]
    public bool Check() => Check(_checker);

    [Benchmark]
    public bool CheckAgain() => Check(_remembering);

    private bool Check(EventSignatureChecker checker)
    {
        checker.Check(_view, _version, _hasher, ContentHashState.Fits, _verdict);
        return _verdict.Status == SignatureStatus.Valid ? true : throw new InvalidOperationException("The signature should be good.");
    }

    private void Load(string signature)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Event.Replace("SIGNATURE", signature, StringComparison.Ordinal));
        _view.Load(DocumentReader.Read(bytes, DocumentEncoding.Json));
        _hasher.Hash(_view, _version, ignored: 0);
    }
}
