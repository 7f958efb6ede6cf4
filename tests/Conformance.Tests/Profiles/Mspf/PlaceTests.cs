using System.Text;
using System.Text.Json.Nodes;
using Conformance.Findings;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>Findings say where: member, offset of the value in it, and JSON Pointer.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void Manifest_ItemOfWrongType_IsFoundByOffsetAndPointer()
    {
        var archive = new ArchiveBuilder();
        archive.Files["manifest.mspf.json"] = Encoding.UTF8.GetBytes("""{"version":0,"items":{"m.core":{"v":1},"org.a/b":7}}""");

        Finding finding = archive.Run().Single("MAN011");

        finding.Location.ShouldBe(new Location("manifest.mspf.json", 49, "/items/org.a~1b"));
        finding.MemberOrdinal.ShouldBe(1);
    }

    [Fact]
    public void Rooms_AliasOfAnotherServer_IsFoundInItsRoom()
    {
        var archive = new ArchiveBuilder();
        archive.RoomDetails["aliases"] = new JsonArray("#a:example.org", "#b:elsewhere.org");
        byte[] bytes = CborText.Of(archive.Rooms);

        Location location = archive.Run().Single("ROM012").Location;

        // The text's head stands one byte before its characters.
        int offset = bytes.AsSpan().IndexOf("#b:elsewhere.org"u8) - 1;
        location.ShouldBe(new Location("m.rooms.cbor", offset, "/!room:example.org/aliases/1", ArchiveBuilder.Room));
    }

    [Fact]
    public void Users_SecondRecord_NamesBothPlaces()
    {
        var archive = new ArchiveBuilder();
        byte[] second = CborText.Of(new JsonObject { ["@bob:example.org"] = ArchiveBuilder.User(), [ArchiveBuilder.Alice] = ArchiveBuilder.User() });
        archive.Files["m.users/users.2.cbor"] = second;
        byte[] first = CborText.Of(archive.Users);

        Finding finding = archive.Run().Single("USR005");

        int value = second.AsSpan().IndexOf("@alice:example.org"u8) + ArchiveBuilder.Alice.Length;
        finding.Location.ShouldBe(new Location("m.users/users.2.cbor", value, "/@alice:example.org"));
        int other = first.AsSpan().IndexOf("@alice:example.org"u8) + ArchiveBuilder.Alice.Length;
        finding.Arguments.ShouldBe([("user", ArchiveBuilder.Alice), ("other", "m.users/users.1.cbor"), ("offset", other)]);
    }

    [Fact]
    public void Users_DeviceOfWrongType_IsFoundByPointer()
    {
        var archive = new ArchiveBuilder();
        archive.Device["hidden"] = 0;

        archive.Run().Single("USR023").Location.Pointer.ShouldBe("/@alice:example.org/devices/DEADBEEF/hidden");
    }

    [Fact]
    public void Rooms_AliasInTwoRooms_NamesBoth()
    {
        var archive = new ArchiveBuilder();
        archive.Rooms["!other:example.org"]!["aliases"] = new JsonArray("#room:example.org");

        archive.Run().Single("ROM013").Arguments.ShouldBe(
            [("alias", "#room:example.org"), ("room", "!other:example.org"), ("other", ArchiveBuilder.Room)]);
    }

    [Fact]
    public void Rooms_ManyFaults_KeepsSomeAndCountsAll()
    {
        var archive = new ArchiveBuilder();
        for (int i = 0; i < 5000; i++)
        {
            archive.Rooms[$"!r{i}:example.org"] = new JsonObject { ["version"] = i, ["aliases"] = new JsonArray() };
            archive.Events[$"!r{i}:example.org"] = new JsonArray(new JsonObject());
        }

        ArchiveResult result = archive.Run();

        result.Buffer.Counts["ROM005"].ShouldBe(5000);
        result.Buffer.Findings.Count(finding => finding.Rule == "ROM005").ShouldBe(100);
    }
}
