using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Events;
using Conformance.Findings;
using Conformance.Pipeline;
using Shouldly;
using Xunit;
using static Conformance.Tests.Events.EventFixture;

namespace Conformance.Tests.Events.Rules;

/// <summary>Each rule on the format of events: what triggers it, and what comes close and doesn't.</summary>
public sealed class EventRulesTests
{
    public static TheoryData<string> Versions => [.. Enumerable.Range(1, 12).Select(version => version.ToString(CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Message_OfEveryVersion_IsBeyondReproach(string version) => RulesOf(Message(version), version).ShouldBe("");

    [Theory]
    [MemberData(nameof(Versions))]
    public void Create_OfEveryVersion_IsBeyondReproach(string version)
    {
        // In room version 12 the room has another name than this event gives it.
        RulesOf(Create(version), version).ShouldBe(version == "12" ? "EVT039" : "");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"$a\"")]
    public void EVT001_EventOfAnotherKind_IsReported(string json) => RulesOf(json, "10").ShouldBe("EVT001");

    [Theory]
    [MemberData(nameof(Versions))]
    public void EVT002_EachMissingMember_IsNamed(string version)
    {
        foreach (string field in Message(version).Select(member => member.Key).ToArray())
        {
            JsonObject message = Message(version);
            message.Remove(field);
            Finding finding = Only(message, version, "EVT002");
            finding.Arguments[0].Value.ShouldBe(field);
            finding.Arguments[1].Value.ShouldBe(version);
        }
    }

    [Theory]
    [InlineData("2", "EVT002")]
    [InlineData("3", "")]
    public void EVT002_EventId_IsRequiredWhereItIsNoHash(string version, string rules)
    {
        JsonObject message = Message(version);
        message.Remove("event_id");
        RulesOf(message, version).ShouldBe(rules);
    }

    [Theory]
    [InlineData("auth_events")]
    [InlineData("content")]
    [InlineData("depth")]
    [InlineData("hashes")]
    [InlineData("origin_server_ts")]
    [InlineData("prev_events")]
    [InlineData("room_id")]
    [InlineData("sender")]
    [InlineData("signatures")]
    [InlineData("state_key")]
    [InlineData("type")]
    [InlineData("unsigned")]
    public void EVT003_MemberOfAnotherKind_IsNamed(string field)
    {
        JsonObject message = Message("10");
        message[field] = true;
        Finding finding = Only(message, "10", "EVT003");
        finding.Arguments[0].Value.ShouldBe(field);
        finding.Location.Pointer.ShouldBe("/" + field);
    }

    [Fact]
    public void EVT003_FloatAsDepth_IsReportedInEveryVersionUnderOneRule()
    {
        RulesOf(With("5", "depth", 1.5), "5").ShouldBe("EVT003 EVT013");
        RulesOf(With("6", "depth", 1.5), "6").ShouldBe("EVT011");
        RulesOf(With("5", "origin_server_ts", 1.5), "5").ShouldBe("EVT013");
    }

    [Theory]
    [InlineData(-1, "EVT004")]
    [InlineData(0, "")]
    public void EVT004_NegativeDepth_IsReported(long depth, string rules) => RulesOf(With("10", "depth", depth), "10").ShouldBe(rules);

    [Theory]
    [InlineData("5", "9223372036854775807", "EVT014")]
    [InlineData("5", "9223372036854775808", "EVT005 EVT014")]
    [InlineData("6", "9007199254740991", "")]
    [InlineData("6", "9007199254740992", "EVT012")]
    public void EVT005_DepthAtItsLimit_IsJudgedByVersion(string version, string depth, string rules) =>
        RulesOf(Message(version).ToJsonString().Replace("\"depth\":12", $"\"depth\":{depth}", StringComparison.Ordinal), version).ShouldBe(rules);

    [Theory]
    [InlineData("10", 'a', 255, "")]
    [InlineData("10", 'a', 256, "EVT006")]
    [InlineData("10", 'ä', 127, "")]
    [InlineData("10", 'ä', 128, "EVT007")]
    [InlineData("10", 'ä', 255, "EVT007")]
    [InlineData("10", 'ä', 256, "EVT006")]
    [InlineData("11", 'ä', 127, "")]
    [InlineData("11", 'ä', 128, "EVT006")]
    public void EVT006_TextAtItsLimit_IsCountedInBytesOrCodePoints(string version, char letter, int count, string rules)
    {
        RulesOf(With(version, "state_key", new string(letter, count)), version).ShouldBe(rules);
        RulesOf(With(version, "type", new string(letter, count)), version).ShouldBe(rules);
    }

    [Theory]
    [InlineData(65535, "")]
    [InlineData(65536, "EVT009")]
    [InlineData(65537, "EVT008")]
    public void EVT008_EventAtTheLimit_IsMeasuredAsCanonicalJsonWithSignatures(int size, string rules)
    {
        JsonObject message = Message("10");
        message["content"]!["body"] = "";
        message["content"]!["body"] = new string('b', size - message.ToJsonString().Length);
        message.ToJsonString().Length.ShouldBe(size);
        RulesOf(message.ToJsonString().Replace(":", " : ", StringComparison.Ordinal).Replace(" : example", ":example", StringComparison.Ordinal)
            .Replace("ed25519 : ", "ed25519:", StringComparison.Ordinal), "10").ShouldBe(rules);
    }

    [Fact]
    public void EVT010_EventTooLargeWithUnsignedOnly_IsARemark()
    {
        JsonObject message = Message("10");
        message["unsigned"] = new JsonObject { ["age"] = 1, ["x"] = new string('b', 65536) };
        RulesOf(message, "10").ShouldBe("EVT010");
    }

    [Theory]
    [InlineData("1.0", "EVT013", "EVT011")]
    [InlineData("1e3", "EVT013", "EVT011")]
    [InlineData("1E3", "EVT013", "EVT011")]
    [InlineData("0.0", "EVT013", "EVT011")]
    [InlineData("-0", "EVT013", "EVT011")]
    [InlineData("-0.0", "EVT013", "EVT011")]
    [InlineData("0.1", "EVT013", "EVT011")]
    [InlineData("9007199254740991", "", "")]
    [InlineData("-9007199254740991", "", "")]
    [InlineData("9007199254740992", "EVT014", "EVT012")]
    [InlineData("-9007199254740992", "EVT014", "EVT012")]
    [InlineData("123456789012345678901234567890", "EVT014", "EVT012")]
    [InlineData("1e999", "EVT015", "EVT015")]
    public void Numbers_OutsideOfCanonicalJson_AreJudgedByVersion(string numeral, string lenient, string strict)
    {
        string message = Message("5").ToJsonString().Replace("\"hello\"", $"{{\"n\":[{numeral}]}}", StringComparison.Ordinal);
        foreach (string version in (string[])["3", "4", "5"])
        {
            RulesOf(message, version).Replace(" EVT025", "", StringComparison.Ordinal).Replace("EVT025", "", StringComparison.Ordinal).ShouldBe(lenient, version);
        }

        foreach (string version in (string[])["6", "9", "10", "11"])
        {
            RulesOf(message, version).ShouldBe(strict, version);
        }
    }

    [Fact]
    public void Numbers_InUnsigned_AreNobodysConcern()
    {
        string message = With("10", "unsigned", new JsonObject { ["age"] = "N" }).ToJsonString();
        RulesOf(message.Replace("\"N\"", "1.5", StringComparison.Ordinal), "10").ShouldBe("");
    }

    [Fact]
    public void EVT017_RoomIdInTheCreateEventOfAHashRoom_IsReportedAndLeftOutOfTheId()
    {
        JsonObject create = Hashed(Create("12"), "12");
        EventChecker bare = Check(Encoding.UTF8.GetBytes(create.ToJsonString()), "12", out _);
        string id = bare.Identity.Text!;
        string room = "!" + id[1..];
        RulesOf(create, "12", room).ShouldBe("");

        create["room_id"] = room;
        RulesOf(create, "12", room).ShouldBe("EVT017");
        Check(Encoding.UTF8.GetBytes(create.ToJsonString()), "12", out _, room).Identity.Text.ShouldBe(id);
    }

    [Fact]
    public void EVT018_EventOfAnotherRoom_IsReported() => RulesOf(Message("10"), "10", "!other:example.org").ShouldBe("EVT018");

    [Theory]
    [InlineData("10", "!x:example.org", "")]
    [InlineData("10", "x:example.org", "EVT019")]
    [InlineData("10", "!x", "EVT019")]
    [InlineData("10", "!x:exa_mple.org", "EVT020")]
    [InlineData("12", HashRoom, "")]
    [InlineData("12", "!x:example.org", "EVT019")]
    public void EVT019_RoomIdWithoutAnyContext_IsJudgedByVersion(string version, string room, string rules) =>
        RulesOf(With(version, "room_id", room), version, "").ShouldBe(rules);

    [Theory]
    [InlineData("@alice:example.org:8448", "")]
    [InlineData("@Alice:example.org", "")]
    [InlineData("@al ice:example.org", "EVT022")]
    [InlineData("@:example.org", "EVT022")]
    [InlineData("alice:example.org", "EVT021")]
    [InlineData("@alice", "EVT021")]
    [InlineData("", "EVT021")]
    [InlineData("@alice:exa_mple.org", "EVT020")]
    public void EVT021_Sender_IsJudgedAsServersDo(string sender, string rules) => RulesOf(With("10", "sender", sender), "10").ShouldBe(rules);

    [Theory]
    [InlineData("1", "$e:example.org", "")]
    [InlineData("1", "e:example.org", "EVT023")]
    [InlineData("1", "$e", "EVT023")]
    [InlineData("1", "$e:exa_mple.org", "EVT020")]
    public void EVT023_EventId_IsJudgedWhereItIsAField(string version, string id, string rules) =>
        RulesOf(With(version, "event_id", id), version).ShouldBe(rules);

    [Theory]
    [InlineData("2", "[\"$a:b.c\"]", "EVT024")]
    [InlineData("2", "[[\"$a:b.c\"]]", "EVT024")]
    [InlineData("2", "[[\"$a:b.c\",{},{}]]", "EVT024")]
    [InlineData("2", "[[{},\"$a:b.c\"]]", "EVT024")]
    [InlineData("2", "[[\"$a:b.c\",{}]]", "EVT026")]
    [InlineData("2", "[[\"$a:b.c\",{\"sha256\":\"abc\"}]]", "EVT027")]
    [InlineData("2", "[[\"a:b.c\",{\"sha256\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]]", "EVT025")]
    [InlineData("2", "[[\"$a:b.c\",{\"sha256\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]]", "")]
    [InlineData("3", "[\"$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/\"]", "")]
    [InlineData("3", "[\"$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_\"]", "EVT025")]
    [InlineData("4", "[\"$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_\"]", "")]
    [InlineData("4", "[\"$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/\"]", "EVT025")]
    [InlineData("10", "[[\"$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",{}]]", "EVT024")]
    [InlineData("10", "[\"$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"]", "EVT028")]
    [InlineData("10", "[]", "")]
    public void References_OfEachForm_AreJudgedByVersion(string version, string list, string rules)
    {
        foreach (string field in (string[])["prev_events", "auth_events"])
        {
            RulesOf(With(version, field, JsonNode.Parse(list)!), version).ShouldBe(rules, field);
        }
    }

    [Theory]
    [InlineData("prev_events", 20, "")]
    [InlineData("prev_events", 21, "EVT029")]
    [InlineData("auth_events", 10, "")]
    [InlineData("auth_events", 11, "EVT030")]
    public void References_AtTheirLimit_AreCounted(string field, int count, string rules) =>
        RulesOf(With("10", field, Ids(count)), "10").ShouldBe(rules);

    [Fact]
    public void EVT028_OneOfManyReferences_IsFoundAgain()
    {
        JsonArray ids = Ids(100);
        ids.Add(ids[7]!.DeepClone());
        Finding finding = Only(With("10", "prev_events", ids), "10", "EVT028");
        finding.Location.Pointer.ShouldBe("/prev_events/100");
    }

    [Theory]
    [InlineData("10", true, false, "")]
    [InlineData("10", true, true, "")]
    [InlineData("10", false, true, "EVT031")]
    [InlineData("10", false, false, "")]
    [InlineData("11", false, true, "")]
    [InlineData("11", true, true, "EVT031")]
    [InlineData("11", true, false, "EVT031")]
    public void EVT031_RedactionTarget_HasItsPlaceByVersion(string version, bool top, bool content, string rules)
    {
        JsonObject redaction = With(version, "type", "m.room.redaction");
        redaction["content"] = content ? new JsonObject { ["redacts"] = "$x" } : [];
        if (top)
        {
            redaction["redacts"] = "$x";
        }

        RulesOf(redaction, version).ShouldBe(rules);
    }

    [Fact]
    public void Create_WithWhatComesBefore_IsReported()
    {
        JsonObject create = Create("11");
        create["prev_events"] = Ids(1);
        create["auth_events"] = Ids(1);
        RulesOf(create, "11").ShouldBe("EVT032");
        create = Create("12");
        create["auth_events"] = Ids(1);
        RulesOf(create, "12").ShouldBe("EVT033 EVT039");
    }

    [Theory]
    [InlineData("10", "\"10\"", "")]
    [InlineData("10", "10", "EVT034")]
    [InlineData("10", "null", "EVT034")]
    public void EVT034_RoomVersion_IsText(string version, string value, string rules)
    {
        JsonObject create = Create(version);
        create["content"]!["room_version"] = JsonNode.Parse(value);
        RulesOf(create, version).ShouldBe(rules);
    }

    [Theory]
    [InlineData("12", "[]", "EVT039")]
    [InlineData("12", "[\"@a:b.c\"]", "EVT039")]
    [InlineData("12", "[\"a:b.c\"]", "EVT035 EVT039")]
    [InlineData("12", "[1]", "EVT035 EVT039")]
    [InlineData("12", "{}", "EVT035 EVT039")]
    [InlineData("11", "{}", "")]
    public void EVT035_AdditionalCreators_AreUserIds(string version, string value, string rules)
    {
        JsonObject create = Create(version);
        create["content"]!["additional_creators"] = JsonNode.Parse(value);
        RulesOf(create, version).ShouldBe(rules);
    }

    [Fact]
    public void EVT036_WhatServersAddForClients_IsARemark()
    {
        RulesOf(With("10", "unsigned", new JsonObject { ["transaction_id"] = "m1" }), "10").ShouldBe("EVT036");
        RulesOf(With("10", "unsigned", new JsonObject { ["age"] = 5, ["replaces_state"] = "$x", ["invite_room_state"] = new JsonArray() }), "10").ShouldBe("");
    }

    [Theory]
    [InlineData("{\"a.b\":\"x\"}", "EVT040")]
    [InlineData("{\"a.b\":{\"ed25519:1\":1}}", "EVT040")]
    [InlineData("{\"a.b\":{\"ed25519\":\"x\"}}", "EVT041")]
    [InlineData("{\"a.b\":{\"ed25519:1\":\"x\"}}", "EVT042")]
    [InlineData("{\"a.b\":{\"other:1\":\"x\"}}", "")]
    [InlineData("{}", "")]
    public void Signatures_OfEachForm_AreJudged(string signatures, string rules) =>
        RulesOf(With("10", "signatures", JsonNode.Parse(signatures)!), "10").ShouldBe(rules);

    [Fact]
    public void UnknownVersion_OfARoom_LeavesWhatItDecidesUnchecked()
    {
        JsonObject message = Message("10");
        message["prev_events"] = new JsonArray(1.5, "x");
        message["sender"] = "alice";
        Check(Encoding.UTF8.GetBytes(message.ToJsonString()), "org.example.99", out FindingBuffer findings);
        findings.Counts.Keys.ShouldBe(["EVT021"]);
        findings.NotCheckedItems.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
    }

    private static JsonArray Ids(int count) =>
        [.. Enumerable.Range(0, count).Select(i => JsonValue.Create($"${i:d43}"))];

    private static JsonObject With(string version, string field, JsonNode value)
    {
        JsonObject message = Message(version);
        message[field] = value;
        return message;
    }
}
