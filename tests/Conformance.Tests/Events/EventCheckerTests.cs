using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Pipeline;
using Conformance.Tests.Events.Canonical;
using Shouldly;
using Xunit;
using static Conformance.Tests.Events.EventFixture;

namespace Conformance.Tests.Events;

public sealed class EventCheckerTests
{
    [Theory]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("10")]
    [InlineData("11")]
    public void Identity_WithOtherUnsignedSignaturesAndBody_StaysTheSame(string version)
    {
        JsonObject message = Message(version);
        string id = Id(message, version)!;
        message["unsigned"] = new JsonObject { ["age"] = 5 };
        message["signatures"]!["other.org"] = new JsonObject();
        message["content"]!["body"] = "other";
        Id(message, version).ShouldBe(id);
        message["event_id"] = "$other";
        Id(message, version).ShouldBe(id);
        message["depth"] = 13;
        Id(message, version).ShouldNotBe(id);
    }

    [Theory]
    [InlineData("3", "+/", "-_")]
    [InlineData("4", "-_", "+/")]
    public void Identity_InEachAlphabet_IsThatOfTheVersion(string version, string some, string none)
    {
        string all = string.Concat(Enumerable.Range(0, 50).Select(depth =>
        {
            JsonObject message = Message(version);
            message["depth"] = depth;
            string id = Id(message, version)!;
            id.Length.ShouldBe(44);
            return id;
        }));
        all.IndexOfAny(some.ToCharArray()).ShouldBeGreaterThan(0);
        all.IndexOfAny(none.ToCharArray()).ShouldBe(-1);
    }

    [Fact]
    public void Identity_InOldVersions_IsTheField() => Id(Message("2"), "2").ShouldBe("$e:example.org");

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("10")]
    [InlineData("12")]
    public void Check_TheSameEventInBothEncodings_HasTheSameHashes(string version)
    {
        JsonObject message = Hashed(Message(version), version);
        EventChecker json = Check(Encoding.UTF8.GetBytes(message.ToJsonString()), version, out FindingBuffer findings);
        EventChecker cbor = Check(RandomJson.ToCbor(message), version, out FindingBuffer cborFindings, encoding: DocumentEncoding.Cbor);
        json.Identity.Text.ShouldBe(cbor.Identity.Text);
        json.ContentHash.ShouldBe(ContentHashState.Fits);
        cbor.ContentHash.ShouldBe(ContentHashState.Fits);
        findings.IsEmpty.ShouldBeTrue();
        cborFindings.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("m.room.message", "{\"body\":\"hello\"}", "HSH002")]
    [InlineData("m.room.message", "{}", "HSH001")]
    [InlineData("m.room.member", "{\"membership\":\"join\"}", "HSH001")]
    [InlineData("m.room.member", "{\"membership\":\"join\",\"displayname\":\"x\"}", "HSH002")]
    public void HSH001_ContentThatNoLongerFits_IsARedactedCopyOrAChange(string type, string content, string rule)
    {
        JsonObject message = Message("10");
        message["type"] = type;
        message["content"] = JsonNode.Parse(content);
        Check(Encoding.UTF8.GetBytes(message.ToJsonString()), "10", out FindingBuffer findings);
        findings.Counts.Keys.ShouldBe([rule]);
        Check(Encoding.UTF8.GetBytes(Hashed(message, "10").ToJsonString()), "10", out findings);
        findings.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void HSH002_MemberThatAnExportAdded_MakesItAChange()
    {
        JsonObject message = Hashed(Message("10"), "10");
        message["content"] = new JsonObject();
        message["stream_ordering"] = 5;
        Check(Encoding.UTF8.GetBytes(message.ToJsonString()), "10", out FindingBuffer findings);
        findings.Counts.Keys.ShouldBe(["HSH002"]);
    }

    [Theory]
    [InlineData("{}", "HSH003")]
    [InlineData("{\"sha512\":\"x\"}", "HSH003")]
    [InlineData("{\"sha256\":1}", "HSH004")]
    [InlineData("{\"sha256\":\"abc\"}", "HSH004")]
    [InlineData("{\"sha256\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}", "HSH004")]
    [InlineData("{\"sha256\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_\"}", "HSH004")]
    [InlineData("{\"sha256\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+8\"}", "")]
    public void HSH004_ContentHash_IsUnpaddedStandardBase64(string hashes, string rules)
    {
        JsonObject message = Message("10");
        message["hashes"] = JsonNode.Parse(hashes);
        RulesOf(message, "10").ShouldBe(rules);
    }

    [Fact]
    public void ContentHash_InAnotherAlphabetOrPadded_IsReadAsServersReadIt()
    {
        for (int depth = 0; depth < 40; depth++)
        {
            JsonObject message = Message("10");
            message["depth"] = depth;
            Hashed(message, "10");
            string hash = message["hashes"]!["sha256"]!.GetValue<string>();
            message["hashes"]!["sha256"] = hash.Replace('+', '-').Replace('/', '_') + "=";
            Check(Encoding.UTF8.GetBytes(message.ToJsonString()), "10", out FindingBuffer findings).ContentHash.ShouldBe(ContentHashState.Fits);
            findings.Counts.Keys.ShouldBe(["HSH004"]);
        }
    }

    [Fact]
    public void HSH005_EventIdThatAnExportAdds_MustBeTheRightOne()
    {
        JsonObject message = Hashed(Message("10"), "10");
        string id = Id(message, "10")!;
        message["event_id"] = id;
        RulesOf(message, "10").ShouldBe("EVT016");
        message["event_id"] = "$" + new string('B', 43);
        RulesOf(message, "10").ShouldBe("EVT016 HSH005");
        message["event_id"] = id;
        message["sender"] = "@bob:example.org";
        RulesOf(message, "10").ShouldBe("EVT016 HSH005");
    }

    [Fact]
    public void EVT002_EventThatEndsInTheMiddle_IsOnlySaidToEndThere()
    {
        string json = Message("10").ToJsonString();
        for (int length = 1; length < json.Length; length++)
        {
            RulesOf(json[..length], "10").ShouldNotContain("EVT", Case.Sensitive, $"length {length}");
        }
    }

    [Theory]
    [InlineData("{\"type\":\"m.room.message\",\"content\":{\"body\":\"a")]
    [InlineData("{\"type\":\"m.room.message\",\"content\":{\"body\":\"\\ud800\"}}")]
    public void Check_EventThatCannotBeReadInFull_HasNoHashes(string json)
    {
        EventChecker checker = Check(Encoding.UTF8.GetBytes(json), "10", out FindingBuffer findings);
        checker.IsHashed.ShouldBeFalse();
        checker.Identity.IsKnown.ShouldBeFalse();
        findings.Counts.Keys.ShouldNotContain("EVT003");
        findings.NotCheckedItems.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
    }

    [Fact]
    public void Check_AnythingAtAll_NeverThrows()
    {
        byte[] sound = Encoding.UTF8.GetBytes(Create("12").ToJsonString());
        byte[] cbor = RandomJson.ToCbor(Message("1"));
        for (int seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = [.. seed % 2 == 0 ? sound : cbor];
            for (int changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            string version = random.Next(1, 14).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Check(bytes, version, out _, encoding: seed % 2 == 0 ? DocumentEncoding.Json : DocumentEncoding.Cbor);
        }
    }

    private static string? Id(JsonObject message, string version) =>
        Check(Encoding.UTF8.GetBytes(message.ToJsonString()), version, out _).Identity.Text;
}
