using System.Text;
using System.Text.Json.Nodes;
using Conformance.Rooms.Store;
using Conformance.Tests.Profiles.Mspf;
using Conformance.Validation;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Validation;

/// <summary>Finding one room in an archive, however the user and the archive name it.</summary>
public sealed class RoomReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance-").FullName;
    private readonly JsonObject _rooms = new()
    {
        ["!one:example.org"] = Details("10", "#first:example.org"),
        ["!other:example.org"] = Details("10"),
        ["!onions:example.org"] = Details("org.example.strange"),
        ["!empty:example.org"] = Details("10"),
    };

    private readonly JsonObject _events = new()
    {
        ["!one:example.org"] = Events("!one:example.org", 3),
        ["!other:example.org"] = Events("!other:example.org", 2),
        ["!onions:example.org"] = Events("!onions:example.org", 1),
        ["!unlisted:example.org"] = Events("!unlisted:example.org", 2),
    };

    [Theory]
    [InlineData("!one:example.org")]
    [InlineData("one:example.org")]
    [InlineData("#first:example.org")]
    [InlineData("first:example.org")]
    [InlineData("!one")]
    [InlineData("one")]
    [InlineData("!one…")]
    public void Read_RoomByIdAliasOrBeginning_IsThatRoom(string asked) => Name(Read(asked)).ShouldBe("!one:example.org 3");

    [Theory]
    [InlineData("!unlisted:example.org")]
    [InlineData("unl")]
    public void Read_RoomThatOnlyEventsTellOf_IsReadWithTheVersionOfItsCreateEvent(string asked) => Name(Read(asked)).ShouldBe("!unlisted:example.org 2");

    [Fact]
    public void Read_OnlyRoom_NeedsNoName()
    {
        RemoveAllBut("!other:example.org");
        Name(Read(null)).ShouldBe("!other:example.org 2");
    }

    [Fact]
    public void Read_OnlyRoomOfAnArchiveWithoutRooms_NeedsNoName()
    {
        RemoveAllBut("!unlisted:example.org");
        Name(Read(null)).ShouldBe("!unlisted:example.org 2");
    }

    [Fact]
    public void Read_OutOfSeveralRooms_NamesThemWithTheLargestFirst()
    {
        RoomReading reading = Read(null);

        reading.Fault.ShouldBe(RoomReadingFault.NoSuchRoom);
        reading.Problem!.ShouldContain("5 rooms: !one:example.org (3 events), !other:example.org (2 events)");
    }

    [Fact]
    public void Read_BeginningOfSeveral_NamesThem()
    {
        RoomReading reading = Read("!on");

        reading.Fault.ShouldBe(RoomReadingFault.NoSuchRoom);
        reading.Problem!.ShouldContain("2 rooms: !one:example.org (3 events), !onions:example.org (1 event)");
    }

    [Theory]
    [InlineData("!onr:example.org", "did you mean \"!one:example.org\"?")]
    [InlineData("!nothing-like-that", "it has 5 rooms: !one:example.org (3 events)")]
    public void Read_UnknownRoom_NamesTheNearest(string asked, string hint)
    {
        RoomReading reading = Read(asked);

        reading.Fault.ShouldBe(RoomReadingFault.NoSuchRoom);
        reading.Problem!.ShouldContain(hint);
    }

    [Theory]
    [InlineData("!onions:example.org", "org.example.strange")]
    [InlineData("!empty:example.org", "no events")]
    public void Read_RoomOfWhichNothingCanBeSaid_SaysWhy(string asked, string reason)
    {
        RoomReading reading = Read(asked);

        reading.Fault.ShouldBe(RoomReadingFault.Undetermined);
        reading.Problem!.ShouldContain(reason);
    }

    [Fact]
    public void Read_BrokenEvents_AreCounted()
    {
        _events["!one:example.org"]!.AsArray().Add("no event");

        RoomReading reading = Read("!one");

        reading.Broken.ShouldBe(1);
        Name(reading).ShouldBe("!one:example.org 3");
    }

    [Fact]
    public void Read_NoArchive_IsUnreadable()
    {
        RoomReader.Read(_folder, "!one", new RoomReaderOptions(), TestContext.Current.CancellationToken).Fault.ShouldBe(RoomReadingFault.Unreadable);
        RoomReader.Read(Path.Combine(_folder, "nothing"), "!one", new RoomReaderOptions(), TestContext.Current.CancellationToken).Fault.ShouldBe(RoomReadingFault.Unreadable);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Read_OnSeveralThreads_IsTheSame(int jobs)
    {
        Write();
        RoomReading reading = RoomReader.Read(_folder, "!one", new RoomReaderOptions { Jobs = jobs }, TestContext.Current.CancellationToken);

        reading.Room!.HeldCount.ShouldBe(3);
        reading.HasAllEvents.ShouldBeTrue();
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonObject Details(string version, params string[] aliases) =>
        new() { ["version"] = version, ["aliases"] = new JsonArray([.. aliases.Select(alias => (JsonNode)alias)]) };

    /// <summary>A create event and messages; their hashes don't fit, which doesn't matter here.</summary>
    private static JsonArray Events(string room, int count) =>
    [
        .. Enumerable.Range(1, count).Select(depth => new JsonObject
        {
            ["type"] = depth == 1 ? "m.room.create" : "m.room.message",
            ["room_id"] = room,
            ["sender"] = "@alice:example.org",
            ["state_key"] = depth == 1 ? "" : "x",
            ["content"] = new JsonObject { ["room_version"] = "10" },
            ["depth"] = depth,
            ["origin_server_ts"] = depth,
            ["prev_events"] = new JsonArray(),
            ["auth_events"] = new JsonArray(),
            ["hashes"] = new JsonObject(),
            ["signatures"] = new JsonObject(),
        }),
    ];

    private static string Name(RoomReading reading)
    {
        RoomEvents room = reading.Room.ShouldNotBeNull(reading.Problem);
        return $"{Encoding.UTF8.GetString(room.Texts[room.RoomId])} {room.HeldCount}";
    }

    private void RemoveAllBut(string room)
    {
        foreach (JsonObject map in (JsonObject[])[_rooms, _events])
        {
            foreach (string other in map.Select(pair => pair.Key).Where(key => key != room).ToArray())
            {
                map.Remove(other);
            }
        }
    }

    private RoomReading Read(string? room)
    {
        Write();
        return RoomReader.Read(_folder, room, new RoomReaderOptions(), TestContext.Current.CancellationToken);
    }

    private void Write()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "m.events"));
        File.WriteAllText(Path.Combine(_folder, "manifest.mspf.json"), """{"version":0,"items":{"m.rooms":{"v":1},"m.events":{"v":1}}}""");
        File.WriteAllBytes(Path.Combine(_folder, "m.rooms.cbor"), CborText.Of(_rooms));
        File.WriteAllBytes(Path.Combine(_folder, "m.events", "events.1.cbor"), CborText.Of(_events));
    }
}
