using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Events;
using Conformance.Tests.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures;

public sealed partial class EventSignatureCheckerTests
{
    private static readonly TestServer Example = TestServer.Example;
    private static readonly TestServer Other = TestServer.Other;

    private readonly Ed25519Library _library = Backends.AnyOrSkip();

    public static TheoryData<string> Versions => [.. RoomVersions.All.Select(version => version.Id)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Check_SenderSigned_IsValid(string version)
    {
        EventSignatureVerdict verdict = Check(Signed(version), version, Example.PublicKey(_library));

        verdict.Status.ShouldBe(SignatureStatus.Valid);
        verdict.GoodSignatures.ShouldBe(1);
        verdict.Deciding!.Value.Role.ShouldBe(SignerRole.Sender);
        Encoding.UTF8.GetString(verdict.Deciding.Value.Server).ShouldBe("example.org");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Check_SenderDidNotSign_IsMissing(string version)
    {
        JsonObject message = Unsigned(version);
        Other.Sign(_library, message, version);

        EventSignatureVerdict verdict = Check(message, version, Example.PublicKey(_library), Other.PublicKey(_library));

        verdict.Status.ShouldBe(SignatureStatus.Missing);
        NodePointer.Of(verdict.Deciding!.Value.At).ShouldBe("/sender");
        verdict.Signers[^1].Role.ShouldBe(SignerRole.Other);
        verdict.Signers[^1].Status.ShouldBe(SignatureStatus.Valid);
    }

    [Fact]
    public void Check_UnsignedMembersChanged_IsStillValid()
    {
        JsonObject message = Signed("10");
        message["unsigned"] = new JsonObject { ["age_ts"] = 5 };
        message["content"]!["body"] = "changed: the content hash tells, not the signature";

        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Valid);
    }

    [Fact]
    public void Check_SignedByAnotherKeyUnderTheId_IsInvalid()
    {
        ServerKey wrong = Example.PublicKey(_library) with { Key = Other.PublicKey(_library).Key };

        EventSignatureVerdict verdict = Check(Signed("10"), "10", wrong);

        verdict.Status.ShouldBe(SignatureStatus.Invalid);
        verdict.Deciding!.Value.Key.ShouldBe(wrong);
        NodePointer.Of(verdict.Deciding.Value.At).ShouldBe("/signatures/example.org/ed25519:1");
    }

    [Fact]
    public void Check_KeyNotKnown_IsUndetermined()
    {
        Check(Signed("10"), "10").Status.ShouldBe(SignatureStatus.UnknownKey);
        EventSignatureVerdict verdict = Check(Signed("10"), "10", Example.PublicKey(_library) with { KeyId = "ed25519:9" });

        verdict.Status.ShouldBe(SignatureStatus.UnknownKey);
        NodePointer.Of(verdict.Deciding!.Value.At).ShouldBe("/signatures/example.org/ed25519:1");
        verdict.Status.IsUndetermined().ShouldBeTrue();
    }

    [Fact]
    public void Check_OneKeyKnownAndGood_UnknownOnesDoNotMatter()
    {
        JsonObject message = Signed("10");
        message["signatures"]!["example.org"]!["ed25519:unknown"] = new string('A', 86);
        message["signatures"]!["example.org"]!["curve448:1"] = "x";
        message["signatures"]!["example.org"]!["ed25519:policy_server"] = new string('A', 86);

        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Valid);
    }

    [Fact]
    public void Check_OneKeyGoodAnotherBad_IsInvalid()
    {
        JsonObject message = Signed("10");
        message["signatures"]!["example.org"]!["ed25519:2"] = new string('A', 86);
        ServerKey second = Example.PublicKey(_library) with { KeyId = "ed25519:2" };

        Check(message, "10", Example.PublicKey(_library), second).Status.ShouldBe(SignatureStatus.Invalid);
        Check(message, "10", second, Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Invalid);
    }

    [Theory]
    [InlineData("curve448:1", SignatureStatus.UnknownAlgorithm)]
    [InlineData("ed25519:policy_server", SignatureStatus.Missing)]
    [InlineData("ed25519:x", SignatureStatus.UnknownKey)]
    public void Check_OnlyAKeyOfThatId_IsAsSaid(string keyId, SignatureStatus expected)
    {
        JsonObject message = Unsigned("10");
        message["signatures"] = new JsonObject { ["example.org"] = new JsonObject { [keyId] = new string('A', 86) } };

        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Check_ValidityOfTheKey_CountsWhereTheRoomVersionSaysSo(string version)
    {
        bool enforced = int.Parse(version) >= 5;
        long time = (long)Unsigned(version)["origin_server_ts"]!;

        Check(Signed(version), version, Example.PublicKey(_library, validUntil: time)).Status.ShouldBe(SignatureStatus.Valid);
        Check(Signed(version), version, Example.PublicKey(_library, validUntil: time - 1)).Status
            .ShouldBe(enforced ? SignatureStatus.LapsedKey : SignatureStatus.Valid);

        // Retired keys are skipped in every room version.
        Check(Signed(version), version, Example.PublicKey(_library, expired: time)).Status.ShouldBe(SignatureStatus.Valid);
        Check(Signed(version), version, Example.PublicKey(_library, expired: time - 1)).Status.ShouldBe(SignatureStatus.ExpiredKey);
    }

    [Fact]
    public void Check_RetiredKeyAndAnotherInUse_TheOneInUseDecides()
    {
        var second = new TestServer("example.org", "ed25519:2", 7);
        JsonObject message = second.Sign(_library, Signed("10"), "10");
        ServerKey retired = Example.PublicKey(_library, expired: 1);

        Check(message, "10", retired, second.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Valid);
        Check(message, "10", retired).Status.ShouldBe(SignatureStatus.UnknownKey);
        Check(message, "10", retired, second.PublicKey(_library, validUntil: 1)).Status.ShouldBe(SignatureStatus.LapsedKey);
    }

    [Fact]
    public void Check_TimeIsNone_IsMalformedWhereATimeCounts()
    {
        JsonObject message = Unsigned("10");
        message["origin_server_ts"] = "soon";
        Example.Sign(_library, message, "10");

        Check(message, "10", Example.PublicKey(_library, validUntil: 5)).Status.ShouldBe(SignatureStatus.Malformed);
        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Valid);
    }

    [Theory]
    [InlineData("==", SignatureStatus.Valid)]
    [InlineData("=", SignatureStatus.Valid)]
    [InlineData("A", SignatureStatus.Malformed)]
    [InlineData("AA", SignatureStatus.Malformed)]
    [InlineData("===", SignatureStatus.Malformed)]
    [InlineData(" ", SignatureStatus.Malformed)]
    public void Check_SignatureWithMoreAtItsEnd_IsReadAsServersReadIt(string end, SignatureStatus expected)
    {
        JsonObject message = Signed("10");
        message["signatures"]!["example.org"]!["ed25519:1"] = (string)message["signatures"]!["example.org"]!["ed25519:1"]! + end;

        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(expected);
    }

    [Fact]
    public void Check_SignatureInUrlSafeAlphabet_IsReadAsServersReadIt()
    {
        int seen = 0;
        for (int depth = 0; depth < 8; depth++)
        {
            JsonObject message = Unsigned("10");
            message["depth"] = depth;
            Example.Sign(_library, message, "10");
            string text = (string)message["signatures"]!["example.org"]!["ed25519:1"]!;
            seen += text.AsSpan().ContainsAny('+', '/') ? 1 : 0;
            message["signatures"]!["example.org"]!["ed25519:1"] = text.Replace('+', '-').Replace('/', '_');

            Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Valid);
        }

        seen.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"AAAA\"")]
    [InlineData("\"!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!\"")]
    public void Check_SignatureIsNone_IsMalformed(string value)
    {
        JsonObject message = Signed("10");
        message["signatures"]!["example.org"]!["ed25519:1"] = JsonNode.Parse(value);

        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Malformed);
    }

    [Theory]
    [InlineData("sender", "\"alice\"", SignatureStatus.Malformed)]
    [InlineData("sender", "5", SignatureStatus.Malformed)]
    [InlineData("signatures", "[]", SignatureStatus.Missing)]
    [InlineData("signatures", "{\"example.org\": []}", SignatureStatus.Malformed)]
    [InlineData("signatures", "{\"example.org\": {}}", SignatureStatus.Missing)]
    [InlineData("signatures", "{\"EXAMPLE.org\": {\"ed25519:1\": \"\"}}", SignatureStatus.Missing)]
    public void Check_MemberOfAnotherShape_IsAsSaid(string member, string value, SignatureStatus expected)
    {
        JsonObject message = Signed("10");
        message[member] = JsonNode.Parse(value);

        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"content\": {}, \"type\": \"X\", \"sender\": \"@a:example.org\"")]
    [InlineData("{\"content\": {}, \"type\": 5, \"sender\": \"@a:example.org\"}")]
    [InlineData("{\"content\": [], \"type\": \"X\", \"sender\": \"@a:example.org\"}")]
    public void Check_NoEvent_HasNoSignedForm(string json)
    {
        Document document = DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json);

        TestServer.Check(_library, document, "10").Status.ShouldBe(SignatureStatus.NoSignedForm);
    }

    [Fact]
    public void Check_ServerStandsTwiceInSignatures_TheLastCounts()
    {
        string good = Signed("10").ToJsonString();
        string signatures = Signed("10")["signatures"]!.ToJsonString();
        string bad = signatures.Replace("ed25519:1\":\"", "ed25519:1\":\"AAAA", StringComparison.Ordinal);
        string lastGood = good.Replace(signatures, $"{{{bad[1..^1]},{signatures[1..^1]}}}", StringComparison.Ordinal);
        string lastBad = good.Replace(signatures, $"{{{signatures[1..^1]},{bad[1..^1]}}}", StringComparison.Ordinal);

        Check(lastGood, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Valid);
        Check(lastBad, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Malformed);
    }

    [Fact]
    public void Check_ManyNeedlessSignatures_AreNotAllVerified()
    {
        JsonObject message = Signed("10");
        List<ServerKey> keys = [Example.PublicKey(_library)];
        for (int i = 0; i < 100; i++)
        {
            TestServer server = Other with { Name = $"s{i}.org" };
            keys.Add(server.PublicKey(_library));
            server.Sign(_library, message, "10");
        }

        EventSignatureVerdict verdict = Check(message, "10", [.. keys]);

        verdict.Status.ShouldBe(SignatureStatus.Valid);
        verdict.GoodSignatures.ShouldBe(17);
    }

    [Fact]
    public void Check_SameEventAgain_IsVerifiedOnce()
    {
        var verified = new VerifiedSignatures();
        var checker = new EventSignatureChecker(new KeyRing([Example.PublicKey(_library)]), _library, verified);
        var verdict = new EventSignatureVerdict();
        JsonObject message = Signed("10");
        RoomVersion version = RoomVersions.Find("10")!;

        checker.Check(TestServer.Read(message), version, verdict);
        verified.Repeated.ShouldBe(0);
        checker.Check(TestServer.Read(message), version, verdict);
        verdict.Status.ShouldBe(SignatureStatus.Valid);
        verdict.GoodSignatures.ShouldBe(1);
        verified.Repeated.ShouldBe(1);

        // The same signature under another event, and another signature under the same event, are other matters.
        JsonObject altered = message.DeepClone().AsObject();
        altered["depth"] = 13;
        checker.Check(TestServer.Read(altered), version, verdict);
        verdict.Status.ShouldBe(SignatureStatus.Invalid);
        message["signatures"]!["example.org"]!["ed25519:1"] = new string('A', 86);
        checker.Check(TestServer.Read(message), version, verdict);
        verdict.Status.ShouldBe(SignatureStatus.Invalid);
        verified.Repeated.ShouldBe(1);
    }

    [Fact]
    public void Verdict_OfNoEvent_HasNothing()
    {
        var verdict = new EventSignatureVerdict();

        verdict.Status.ShouldBe(SignatureStatus.NoneRequired);
        verdict.Deciding.ShouldBeNull();
        verdict.Signers.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Check_EventsDamagedAtRandom_NeverThrowsAndIsNeverValidWhereSignedBytesChanged()
    {
        var random = new Random(11);
        byte[] whole = Encoding.UTF8.GetBytes(Signed("10").ToJsonString());
        ServerKey key = Example.PublicKey(_library);
        int valid = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] bytes = [.. whole];
            int at = random.Next(bytes.Length);
            bytes[at] = (byte)random.Next(256);
            Document document = DocumentReader.Read(bytes, DocumentEncoding.Json);

            if (TestServer.Check(_library, document, "10", key).Status == SignatureStatus.Valid)
            {
                // Only what a redaction takes away, spare bits, or nothing at all may have changed.
                int content = Encoding.UTF8.GetString(whole).IndexOf("\"content\"", StringComparison.Ordinal);
                int signature = Encoding.UTF8.GetString(whole).IndexOf("\"ed25519:1\":\"", StringComparison.Ordinal) + 13 + 85;
                (bytes[at] == whole[at] || (at > content && at < content + 45) || at == signature).ShouldBeTrue($"byte {at}");
                valid++;
            }
        }

        valid.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("12")]
    public void Check_HashedEvent_AllocatesNothing(string version)
    {
        var checker = new EventSignatureChecker(new KeyRing([Example.PublicKey(_library)]), _library, new VerifiedSignatures(0));
        var verdict = new EventSignatureVerdict();
        RoomVersion rules = RoomVersions.Find(version)!;
        var view = new EventView();
        view.Load(TestServer.Read(Signed(version)));
        var hasher = new EventHasher();
        hasher.Hash(view, rules, ignored: 0);
        Allocations.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                checker.Check(view, rules, hasher, ContentHashState.Differs, verdict);
            }
        }).ShouldBe(0);
        verdict.Status.ShouldBe(SignatureStatus.Valid);
    }

    private EventSignatureVerdict Check(JsonObject message, string version, params ServerKey[] keys) => TestServer.Check(_library, message, version, keys);

    private EventSignatureVerdict Check(string json, string version, params ServerKey[] keys) =>
        TestServer.Check(_library, DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json), version, keys);

    private JsonObject Signed(string version) => Example.Sign(_library, Unsigned(version), version);

    private static JsonObject Unsigned(string version)
    {
        JsonObject message = EventFixture.Message(version);
        message["signatures"] = new JsonObject();
        return message;
    }

    private static JsonObject Member(string version, string membership)
    {
        JsonObject message = Unsigned(version);
        message["type"] = "m.room.member";
        message["state_key"] = "@alice:example.org";
        message["content"] = new JsonObject { ["membership"] = membership };
        return message;
    }
}
