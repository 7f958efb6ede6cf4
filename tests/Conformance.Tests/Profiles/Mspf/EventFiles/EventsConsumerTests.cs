using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Profiles.Mspf.EventFiles;
using Shouldly;
using Xunit;
using static Conformance.Tests.Events.EventFixture;

namespace Conformance.Tests.Profiles.Mspf.EventFiles;

public sealed class EventsConsumerTests
{
    private readonly RoomDirectory _rooms = new(1000);
    private readonly EventLedger _ledger = new();
    private readonly FindingBuffer _findings = new(FindingLimits.Default);

    [Fact]
    public void Events_OfListedRooms_AreCountedByRoomAndVersion()
    {
        List(Room, "10");
        List("!y:example.org", "1");
        JsonObject other = Hashed(Message("1"), "1");
        other["room_id"] = "!y:example.org";
        Read(new JsonObject { [Room] = new JsonArray(Hashed(Message("10"), "10"), Hashed(Create("10"), "10")), ["!y:example.org"] = new JsonArray(other) });

        _rooms.Find(Encoding.UTF8.GetBytes(Room))!.Events.ShouldBe(2);
        _rooms.Find("!y:example.org"u8)!.Events.ShouldBe(1);
        _ledger.Counts.Events.ShouldBe(3);
        _ledger.Counts.StateEvents.ShouldBe(1);
        _ledger.Index.Count.ShouldBe(1);
        _rooms.Rooms.Select(room => room.History!.HeldCount).ShouldBe([2, 1]);
        _ledger.Counts.OfVersion(RoomVersions.Find("10")!).ShouldBe(2);
    }

    [Theory]
    [InlineData("10", "{\"creator\":\"@a:b\",\"room_version\":\"10\"}", true, "10")]
    [InlineData("10", "{\"creator\":\"@a:b\",\"room_version\":\"9\"}", true, "9")]
    [InlineData("1", "{\"creator\":\"@a:b\"}", true, "1")]
    [InlineData("10", "{\"creator\":\"@a:b\"}", false, null)]
    [InlineData("11", "{}", false, "1")]
    [InlineData("11", "{\"room_version\":11}", false, null)]
    public void CreateEvent_OfARoom_TellsItsVersionUnlessARedactionTookItAway(string version, string content, bool fits, string? declared)
    {
        List(Room, version);
        JsonObject create = Create(version);
        create["content"] = JsonNode.Parse(content);
        Read(new JsonObject { [Room] = new JsonArray(fits ? Hashed(create, version) : create) });

        RoomEntry room = _rooms.Find(Encoding.UTF8.GetBytes(Room))!;
        room.CreateEvents.ShouldBe(1);
        room.DeclaredVersion.ShouldBe(declared);
        room.CreateLocation!.Pointer.ShouldBe("/!x:example.org/0");
        room.CreateLocation.Member.ShouldBe("m.events/events.0.cbor");
    }

    [Fact]
    public void EVT037_EventThatStandsTwice_NamesBothPlaces()
    {
        List(Room, "10");
        JsonObject message = Hashed(Message("10"), "10");
        var first = new JsonObject { [Room] = new JsonArray(Hashed(Create("10"), "10"), message) };
        Read(first, "m.events/events.0.cbor", 3);
        Read(new JsonObject { [Room] = new JsonArray(message.DeepClone()) }, "m.events/events.1.cbor", 4);

        Finding finding = _findings.Findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe("EVT037");
        finding.MemberOrdinal.ShouldBe(4);
        finding.Location.Member.ShouldBe("m.events/events.1.cbor");
        finding.Location.Pointer.ShouldBe("/!x:example.org/0");
        finding.Location.Room.ShouldBe(Room);
        finding.Location.Event.ShouldNotBeNull().Length.ShouldBe(44);
        finding.Arguments[1].Value.ShouldBe("m.events/events.0.cbor");
        long offset = Encoding.UTF8.GetByteCount(first.ToJsonString()) - Encoding.UTF8.GetByteCount(message.ToJsonString()) - 2;
        finding.Arguments[2].Value.ShouldBe(offset.ToString(CultureInfo.InvariantCulture));
        _rooms.Find(Encoding.UTF8.GetBytes(Room))!.Events.ShouldBe(2);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("1")]
    public void EVT038_CopiesThatDiffer_AreReported(string version)
    {
        List(Room, version);
        JsonObject message = Hashed(Message(version), version);
        JsonObject copy = message.DeepClone().AsObject();
        copy["unsigned"] = new JsonObject { ["age"] = 1 };
        Read(new JsonObject { [Room] = new JsonArray(message, copy) });

        Finding finding = _findings.Findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe("EVT038");
        finding.Location.Pointer.ShouldBe("/!x:example.org/1");
        finding.Location.Event.ShouldBe(finding.Arguments[0].Value);
    }

    [Fact]
    public void Events_OfARoomThatIsNotListed_AreNotCheckedByVersion()
    {
        Read(new JsonObject { [Room] = new JsonArray(Message("10")) });

        _findings.Findings.ShouldBeEmpty();
        _findings.NotCheckedItems.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
        _rooms.FindOrAdd(Encoding.UTF8.GetBytes(Room), Location.Input)!.Events.ShouldBe(1);
        _ledger.Counts.UnknownVersion.ShouldBe(1);
    }

    [Theory]
    [InlineData("[]", "EVT043", "")]
    [InlineData("5", "EVT043", "")]
    [InlineData("{\"!x:example.org\":{}}", "EVT044", "/!x:example.org")]
    [InlineData("{\"!x:example.org\":null}", "EVT044", "/!x:example.org")]
    [InlineData("{\"!x:example.org\":[]}", null, null)]
    [InlineData("{}", null, null)]
    public void Shape_OfAFile_IsAMapOfArrays(string json, string? rule, string? pointer)
    {
        List(Room, "10");
        Read(JsonNode.Parse(json)!);

        _findings.Findings.Select(finding => finding.Rule).ShouldBe(rule is null ? [] : [rule]);
        _findings.Findings.Select(finding => finding.Location.Pointer).ShouldBe(rule is null ? [] : [pointer]);
    }

    [Fact]
    public void Findings_InAnEvent_SayWhere()
    {
        List(Room, "10");
        JsonObject message = Message("10");
        message["sender"] = "alice";
        Hashed(message, "10");
        var file = new JsonObject { [Room] = new JsonArray(Hashed(Create("10"), "10"), message) };
        Read(file);

        Finding finding = _findings.Findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe("EVT021");
        finding.Location.Pointer.ShouldBe("/!x:example.org/1/sender");
        finding.Location.Offset.ShouldBe(Encoding.UTF8.GetBytes(file.ToJsonString()).AsSpan().IndexOf("\"alice\""u8));
        finding.Location.Room.ShouldBe(Room);
        finding.Location.Event.ShouldNotBeNull();
    }

    private void List(string room, string version) =>
        _rooms.List(new RoomEntry(Encoding.UTF8.GetBytes(room), version, listed: true, Location.Input));

    private void Read(JsonNode file, string member = "m.events/events.0.cbor", int ordinal = 1)
    {
        using var pipeline = new BlockPipeline(2, FindingLimits.Default, _findings);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file.ToJsonString()));
        var consumer = new EventsConsumer(_rooms, _ledger, DocumentEncoding.Json);
        pipeline.Run(content, DocumentEncoding.Json, member, ordinal, consumer, CutLimits.Default, () => false, TestContext.Current.CancellationToken);
        pipeline.Drain(TestContext.Current.CancellationToken);
    }
}
