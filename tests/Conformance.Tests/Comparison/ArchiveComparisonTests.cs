using System.Text.Json.Nodes;
using Conformance.Comparison;
using Conformance.Generator.Archives;
using Conformance.Generator.Containers;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Comparison;

/// <summary>What an archive lost, changed or invented against another, one thing at a time; and all that makes no difference.</summary>
public sealed class ArchiveComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance-").FullName;
    private int _written;

    private static readonly Dictionary<string, Action<Archive>> Harmless = new()
    {
        ["nothing"] = _ => { },
        ["members in another order"] = archive => archive.RoomDetails.MoveFirstToEnd(),
        ["events in another order"] = archive => archive.RoomEvents.MoveFirstToEnd(),
        ["an event twice"] = archive => archive.RoomEvents.Add(archive.RoomEvents[0]!.DeepClone()),
        ["aliases in another order"] = archive => archive.RoomDetails["aliases"]!.AsArray().MoveFirstToEnd(),
        ["users in two files"] = archive => archive.Put("m.users/users.2.cbor", Taken(archive.Users)),
        ["another number on a file"] = archive => archive.Rename("m.events/events.1.cbor", "m.events/events.77.cbor"),
        ["an empty unsigned"] = archive => archive.RoomEvents[0]!["unsigned"] = new JsonObject(),
        ["events first"] = archive => archive.MoveToFront("m.events/events.1.cbor"),
    };

    /// <summary>A change, the kind of thing that it changes, how, the name of the thing, and the places in it.</summary>
    private static readonly (Action<Archive> Change, string Part, string Kind, string Name, string Places)[] Faults =
    [
        (archive => archive.Items.Remove("m.users"), "Items", "Lost", "items/m.users", ""),
        (archive => archive.Items["m.users"]!["v"] = 2, "Items", "Changed", "items/m.users", "/v 1 2"),
        (archive => archive.Manifest["version"] = 1, "Items", "Changed", "version", " 0 1"),
        (archive => archive.Core["server_name"] = "example.com", "Core", "Changed", "server_name", " \"example.org\" \"example.com\""),
        (archive => archive.Rooms["!new:example.org"] = new JsonObject(), "Rooms", "Invented", "!new:example.org", ""),
        (archive => archive.RoomDetails["aliases"]!.AsArray().RemoveAt(0), "RoomDetails", "Lost", "ROOM/aliases/#lobby:example.org", ""),
        (archive => archive.RoomDetails["aliases"]!.AsArray().Add("#x:example.org"), "RoomDetails", "Invented", "ROOM/aliases/#x:example.org", ""),
        (archive => archive.RoomDetails["extra"] = true, "RoomDetails", "Invented", "ROOM/extra", ""),
        (archive => archive.RoomEvents.RemoveAt(archive.RoomEvents.Count - 1), "Events", "Lost", "ROOM/LAST", ""),
        (archive => archive.RoomEvents[^1]!["signatures"] = new JsonObject(), "Events", "Changed", "ROOM/LAST", "/signatures/remote.example.net"),
        (archive => archive.RoomEvents[^1]!["content"] = new JsonObject(), "Events", "Changed", "ROOM/LAST", "/content/body /content/msgtype"),
        (archive => archive.Users["@new:example.org"] = new JsonObject(), "Users", "Invented", "@new:example.org", ""),
        (archive => archive.Users[Archive.Alice]!["created_at"] = 1, "UserDetails", "Changed", "@alice:example.org/created_at", " 1600000000 1"),
        (archive => archive.Users[Archive.Alice]!.AsObject().Remove("password_hash"), "UserDetails", "Lost", "@alice:example.org/password_hash", ""),
        (archive => archive.Users[Archive.Alice]!["devices"]!.AsObject().Remove("DEADBEEF"), "Devices", "Lost", "@alice:example.org/DEADBEEF", ""),
        (archive => archive.Users[Archive.Alice]!["devices"]!["DEADBEEF"]!["hidden"] = true, "Devices", "Changed", "@alice:example.org/DEADBEEF", "/hidden false true"),
        (archive => archive.Users[Archive.Alice]!["room_tags"]!["!a:b"] = new JsonObject { ["m.favourite"] = new JsonObject() }, "RoomTags", "Invented", "@alice:example.org/!a:b/m.favourite", ""),
        (archive => archive.Put("m.e2e/keys.1.cbor", new JsonObject { ["@alice:example.org"] = 1 }), "EndToEnd", "Invented", "m.e2e/keys.*.cbor/@alice:example.org", ""),
        (archive => archive.Put("org.example.notes.json", new JsonObject { ["a"] = new JsonObject { ["b"] = 1 } }), "Entries", "Invented", "org.example.notes.json/a/b", ""),
        (archive => archive.Put("org.example.media/1", "picture"), "Files", "Invented", "org.example.media/1", ""),
    ];

    public static TheoryData<string> HarmlessChanges => [.. Harmless.Keys];

    public static TheoryData<int> FaultNumbers => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(HarmlessChanges))]
    public void Run_HarmlessChange_IsNoDifference(string what)
    {
        ArchiveDifferences differences = Compare(Whole().TarGz(), Whole().Do(Harmless[what]).Zip());

        differences.Count.ShouldBe(0, what);
        differences.NotCompared.ShouldBeEmpty();
        differences.Listed.ShouldBeEmpty();
        differences.Counts.Single(count => count.Part == ContentPart.Events).Same.ShouldBe(Whole().RoomEvents.Count);
    }

    [Theory]
    [MemberData(nameof(FaultNumbers))]
    public void Run_OneChange_IsTheOneDifference(int number)
    {
        (Action<Archive> change, string part, string kind, string name, string places) = Faults[number];
        Archive whole = Whole();
        ArchiveDifferences differences = Compare(whole.Tar(), Whole().Do(change).Tar());

        differences.Count.ShouldBe(1);
        Difference difference = differences.Listed.ShouldHaveSingleItem();
        difference.Part.ToString().ShouldBe(part);
        difference.Kind.ToString().ShouldBe(kind);
        string last = whole.Room.Events[^1].Id;
        string.Join('/', difference.Name).ShouldBe(name.Replace("ROOM", whole.Room.RoomId, StringComparison.Ordinal).Replace("LAST", last, StringComparison.Ordinal));
        string.Join(' ', difference.Changes.Select(place => string.Join(' ', ((string?[])[place.Pointer, place.Before, place.After]).OfType<string>()))).ShouldBe(places);

        // The other way round it is the opposite.
        ArchiveDifferences reverse = Compare(Whole().Do(change).Tar(), whole.Tar());
        reverse.Listed.ShouldHaveSingleItem().Kind.ShouldBe(difference.Kind switch
        {
            DifferenceKind.Lost => DifferenceKind.Invented,
            DifferenceKind.Invented => DifferenceKind.Lost,
            _ => DifferenceKind.Changed,
        });
    }

    [Fact]
    public void Run_UnsignedChanged_CountsOnlyWhenAskedFor()
    {
        byte[] other = Whole().Do(archive => archive.RoomEvents[^1]!["unsigned"] = new JsonObject { ["age_ts"] = 1 }).Tar();

        ArchiveDifferences silent = Compare(Whole().Tar(), other);
        silent.Count.ShouldBe(0);
        silent.UnsignedOnly.ShouldBe(1);
        ArchiveDifferences counted = Compare(Whole().Tar(), other, new ComparisonOptions { ComparesUnsigned = true });
        counted.UnsignedOnly.ShouldBe(0);
        counted.Listed.ShouldHaveSingleItem().Changes.ShouldHaveSingleItem().Pointer.ShouldBe("/unsigned");
    }

    [Fact]
    public void Run_SecretsChanged_AreNotShown()
    {
        ArchiveDifferences differences = Compare(Whole().Tar(), Whole().Do(archive =>
        {
            archive.Core["signing_key"] = "ed25519 a_1 " + Base64.Unpadded(new byte[32]);
            archive.Users[Archive.Alice]!["password_hash"] = "$2b$12$another";
        }).Tar());

        differences.Listed.Length.ShouldBe(2);
        foreach (ValueChange change in differences.Listed.Select(difference => difference.Changes.ShouldHaveSingleItem()))
        {
            change.Before!.ShouldStartWith("«redacted» ");
            change.After!.ShouldStartWith("«redacted» ");
            change.After.ShouldNotBe(change.Before);
        }
    }

    [Fact]
    public void Run_StateEventLost_TellsHowTheStateDiffers()
    {
        RoomEvent? topic = null;
        Archive whole = Whole(room => topic = room.State("m.room.topic", "", Archive.Alice, new JsonObject { ["topic"] = "Tea" }));
        Archive other = Whole(room => room.State("m.room.topic", "", Archive.Alice, new JsonObject { ["topic"] = "Tea" })).Do(archive => archive.RoomEvents.RemoveAt(archive.RoomEvents.Count - 1));

        RoomStateDifference state = Compare(whole.Tar(), other.Tar()).States.ShouldHaveSingleItem();

        state.Room.ShouldBe(whole.Room.RoomId);
        StateDifference entry = state.Entries.ShouldHaveSingleItem();
        (entry.Kind, entry.Type, entry.StateKey, entry.Before, entry.After).ShouldBe((DifferenceKind.Lost, "m.room.topic", "", topic!.Id, null));
    }

    [Fact]
    public void Run_MessageLost_LeavesTheStateEqual()
    {
        ArchiveDifferences differences = Compare(Whole().Tar(), Whole().Do(archive => archive.RoomEvents.RemoveAt(archive.RoomEvents.Count - 1)).Tar());

        differences.States.ShouldBeEmpty();
        differences.EqualStates.ShouldBe(1);
    }

    [Fact]
    public void Run_RoomLost_CountsItsEventsAndListsTheRoom()
    {
        Archive other = Whole().Do(archive =>
        {
            archive.Events.Remove(archive.Room.RoomId);
            archive.Rooms.Remove(archive.Room.RoomId);
        });
        ArchiveDifferences differences = Compare(Whole().Tar(), other.Tar());

        differences.Listed.ShouldHaveSingleItem().Part.ShouldBe(ContentPart.Rooms);
        differences.Counts.Single(count => count.Part == ContentPart.Events).Lost.ShouldBe(Whole().RoomEvents.Count);
    }

    [Fact]
    public void Run_CutFile_IsNotComparedAndSaidSo()
    {
        byte[] cut = Whole().Edit("m.users/users.1.cbor", bytes => bytes[..^20]).Tar();
        ArchiveDifferences differences = Compare(cut, cut);

        differences.Count.ShouldBe(0);
        NotCompared note = differences.NotCompared.First();
        note.Archive.ShouldBe(1);
        note.What.ShouldBe("m.users/users.1.cbor");
    }

    [Fact]
    public void Run_MoreThanIsListed_IsCounted()
    {
        Archive other = Whole().Do(archive =>
        {
            for (int i = 0; i < 30; i++)
            {
                archive.Users[$"@user{i}:example.org"] = Archive.User();
            }
        });
        ArchiveDifferences differences = Compare(Whole().Tar(), other.Tar(), new ComparisonOptions { Listed = 5 });

        differences.Listed.Length.ShouldBe(5);
        differences.Counts.Single(count => count.Part == ContentPart.Users).Invented.ShouldBe(30);
    }

    [Fact]
    public void Run_NoArchive_SaysWhy()
    {
        string path = Write(TarBytes.Of([new TarMember("readme.txt", "hello"u8.ToArray())]));

        ArchiveComparison.Run(path, path, null, new ComparisonOptions(), out string? problem, TestContext.Current.CancellationToken).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("manifest.mspf.json");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Archive Whole(Action<RoomBuilder>? more = null) => Archive.Small(more: more);

    private static JsonObject Taken(JsonObject users)
    {
        KeyValuePair<string, JsonNode?> user = users.First();
        users.Remove(user.Key);
        return new JsonObject { [user.Key] = user.Value };
    }

    private ArchiveDifferences Compare(byte[] first, byte[] second, ComparisonOptions? options = null)
    {
        ArchiveDifferences? differences = ArchiveComparison.Run(
            Write(first), Write(second), null, options ?? new ComparisonOptions(), out string? problem, TestContext.Current.CancellationToken);
        problem.ShouldBeNull();
        return differences!;
    }

    private string Write(byte[] bytes)
    {
        string path = Path.Combine(_folder, $"{_written++}");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
