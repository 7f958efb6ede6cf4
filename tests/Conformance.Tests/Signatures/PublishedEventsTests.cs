using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures;

/// <summary>Signed events that others have published.</summary>
public sealed class PublishedEventsTests
{
    // Appendices, Cryptographic Test Vectors.
    private const string AppendixSeed = "YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1";

    private const string MinimalEvent = """
        {"auth_events": [], "content": {}, "depth": 3, "hashes": {"sha256": "5jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos"},
         "origin": "domain", "origin_server_ts": 1000000, "prev_events": [], "room_id": "!x:domain", "sender": "@a:domain",
         "signatures": {"domain": {"ed25519:1": "KxwGjPSDEtvnFgU00fwFz+l6d2pJM6XBIaMEn81SXPTRl16AqLAYqfIReFGZlHi5KLjAWbOoMszkwsQma+lYAg"}},
         "type": "X", "unsigned": {"age_ts": 1000000}}
        """;

    private const string EventWithContent = """
        {"content": {"body": "Here is the message content"}, "event_id": "$0:domain", "hashes": {"sha256": "onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g"},
         "origin": "domain", "origin_server_ts": 1000000, "type": "m.room.message", "room_id": "!r:domain", "sender": "@u:domain",
         "signatures": {"domain": {"ed25519:1": "Wm+VzmOUOz08Ds+0NTWb1d4CZrVsJSikkeRxh6aCcUwu6pNC78FunoD7KNWzqFn241eYHYMGCA5McEiVPdhzBA"}},
         "unsigned": {"age_ts": 1000000}}
        """;

    public static TheoryData<string> All => Backends.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Check_EventsOfTheAppendix_AreGoodUpToRoomVersion10(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        ServerKey key = AppendixKey(library);

        foreach (string version in (string[])["3", "4", "5", "6", "7", "8", "9", "10"])
        {
            TestServer.Check(library, Parse(MinimalEvent), version, key).Status.ShouldBe(SignatureStatus.Valid, version);
        }

        // From room version 11 on, a redaction takes "origin" away, which was signed here.
        TestServer.Check(library, Parse(MinimalEvent), "11", key).Status.ShouldBe(SignatureStatus.Invalid);
        TestServer.Check(library, Parse(EventWithContent), "1", key).Status.ShouldBe(SignatureStatus.Valid);
        TestServer.Check(library, Parse(EventWithContent), "2", key).Status.ShouldBe(SignatureStatus.Valid);
    }

    [Fact]
    public void Check_RedactedCopyOfTheAppendix_IsGoodToo()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        JsonNode redacted = Parse(EventWithContent);
        redacted["content"] = new JsonObject();
        redacted.AsObject().Remove("unsigned");

        TestServer.Check(library, redacted, "1", AppendixKey(library)).Status.ShouldBe(SignatureStatus.Valid);
    }

    [Theory]
    [InlineData("type", "\"Y\"")]
    [InlineData("origin_server_ts", "1000001")]
    [InlineData("sender", "\"@b:domain\"")]
    [InlineData("depth", "4")]
    [InlineData("hashes", "{\"sha256\": \"6jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos\"}")]
    [InlineData("room_id", "\"!y:domain\"")]
    [InlineData("origin", "\"another\"")]
    public void Check_AppendixEventAltered_IsBad(string member, string value)
    {
        Ed25519Library library = Backends.AnyOrSkip();
        JsonNode altered = Parse(MinimalEvent);
        altered[member] = JsonNode.Parse(value);

        EventSignatureVerdict verdict = TestServer.Check(library, altered, "4", AppendixKey(library));

        verdict.Status.ShouldBe(SignatureStatus.Invalid);
        verdict.Deciding!.Value.Key!.KeyId.ShouldBe("ed25519:1");
        NodePointer.Of(verdict.Deciding.Value.At).ShouldBe("/signatures/domain/ed25519:1");
    }

    [Theory]
    [InlineData("{}", "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ")]
    [InlineData("{\"two\": \"Two\", \"one\": 1}", "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw")]
    [InlineData("{\"two\": \"Two\", \"signatures\": {\"x\": {}}, \"unsigned\": {\"y\": 1}, \"one\": 1}", "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw")]
    public void SignedJson_ObjectsOfTheAppendix_GetTheirSignature(string json, string expected)
    {
        Ed25519Library library = Backends.AnyOrSkip();
        var writer = new Conformance.Events.Canonical.CanonicalJsonWriter();
        SignedJson.TryWrite(DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json).Root, writer).ShouldBeTrue();
        using Ed25519SecretKey secret = library.KeyFromSeed(Convert.FromBase64String(AppendixSeed + "="));
        byte[] signature = new byte[64];
        secret.Sign(writer.Written, signature);

        Convert.ToBase64String(signature).TrimEnd('=').ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Check_EventsOfPublicServers_AreGood(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        (ServerKey[] keys, (string Version, string Json)[] events) = Published();

        events.Length.ShouldBe(7);
        foreach ((string version, string json) in events)
        {
            TestServer.Check(library, Bytes(json), version, keys).Status.ShouldBe(SignatureStatus.Valid, json);
        }
    }

    [Fact]
    public void Check_EventOfPublicServerLaterThanItsKey_CountsFromRoomVersion5On()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        (ServerKey[] keys, (string Version, string Json)[] events) = Published();
        ServerKey[] lapsed = [.. keys.Select(key => key with { ValidUntil = 1_400_000_000_000 })];

        foreach ((string version, string json) in events)
        {
            SignatureStatus expected = version is "1" or "4" ? SignatureStatus.Valid : SignatureStatus.LapsedKey;
            TestServer.Check(library, Bytes(json), version, lapsed).Status.ShouldBe(expected, json);
        }
    }

    [Fact]
    public void Check_InjectedEventId_IsNoPartOfTheEventWhereIdsAreHashes()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        (ServerKey[] keys, (string Version, string Json)[] events) = Published();
        JsonNode injected = Parse(events.First(item => item.Version == "4").Json);
        injected["event_id"] = "$Jo_lmFR-e6lzrimzCA7DevIn2OwhuQYmd9xkcJBoqAA";

        TestServer.Check(library, injected, "4", keys).Status.ShouldBe(SignatureStatus.Valid);
    }

    private static (ServerKey[] Keys, (string Version, string Json)[] Events) Published()
    {
        string path = Path.Combine(Repository.Root, "tests/Conformance.Tests/Signatures/Vectors/published-events.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        KeyFile file = KeyFileReader.Read(Encoding.UTF8.GetBytes(document.RootElement.GetProperty("keys").GetRawText()), "keys", null);
        file.Problems.ShouldBeEmpty();
        return ([.. file.Keys],
        [
            .. document.RootElement.GetProperty("events").EnumerateArray().Select(item => (item.GetProperty("version").GetString()!, item.GetProperty("event").GetString()!)),
        ]);
    }

    private static ServerKey AppendixKey(Ed25519Library library) => SigningKeyLine.TryRead(
        Encoding.UTF8.GetBytes($"ed25519 1 {AppendixSeed}"), "domain", library, new KeySource(KeySourceKind.SigningKeyFile, "key"), "", out _)!;

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;

    private static Document Bytes(string json) => DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json);
}
