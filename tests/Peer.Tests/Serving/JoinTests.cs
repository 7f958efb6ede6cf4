using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Serving;

/// <summary>Two peers join each other's rooms over real TLS; all that they say goes through the validator.</summary>
public sealed class JoinTests : PeerTest
{
    public static TheoryData<string> Versions => ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Join_InEveryVersion_GivesBothTheSameState(string version)
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom room = resident.Found(version, resident.Users.IdOf("c"), new RoomOptions { Name = "A room" });
        room.Add(EventDraft.Member(resident.Users.IdOf("d"), "join"), resident.Signing);
        room.Add(EventDraft.Message(resident.Users.IdOf("d"), "before"), resident.Signing);

        JoinResult joined = await joiner.JoinAsync(room.RoomId, joiner.Users.IdOf("u"), resident.Name);

        joined.IsOk.ShouldBeTrue(joined.ToString());
        joined.Room!.Current.Ids.ShouldBe(room.Current.Ids, ignoreOrder: true);
        joined.Room.Current.MembershipOf(joiner.Users.IdOf("u")).ShouldBe("join");
        AssertConformant(version);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task PartialJoin_InEveryVersion_LeavesMembersOut(string version)
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom room = resident.Found(version, resident.Users.IdOf("c"), new RoomOptions { Name = "A room" });
        for (int i = 0; i < 8; i++)
        {
            room.Add(EventDraft.Member(resident.Users.IdOf($"m{i}"), "join"), resident.Signing);
        }

        JoinResult joined = await joiner.JoinAsync(room.RoomId, joiner.Users.IdOf("u"), resident.Name, new JoinOptions { OmitMembers = "true" });

        joined.IsOk.ShouldBeTrue(joined.ToString());
        joined.Answer!.Object["members_omitted"]!.GetValue<bool>().ShouldBeTrue();
        joined.Answer.Object["servers_in_room"]!.AsArray().Select(name => name!.ToString()).ShouldBe([resident.Name]);
        joined.Answer.Object["state"]!.AsArray().ShouldNotContain(made => made!["type"]!.ToString() == "m.room.member");
        AssertConformant(version);
    }

    [Fact]
    public async Task PartialJoin_OfNamelessRoom_KeepsHeroes()
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom room = resident.Found("10", resident.Users.IdOf("c"));
        for (int i = 0; i < 8; i++)
        {
            room.Add(EventDraft.Member(resident.Users.IdOf($"m{i}"), "join"), resident.Signing);
        }

        JoinResult joined = await joiner.JoinAsync(room.RoomId, joiner.Users.IdOf("u"), resident.Name, new JoinOptions { OmitMembers = "true" });

        joined.Answer!.Object["state"]!.AsArray().Count(made => made!["type"]!.ToString() == "m.room.member").ShouldBe(5);
        AssertConformant("10");
    }

    [Theory]
    [InlineData("8")]
    [InlineData("11")]
    [InlineData("12")]
    public async Task RestrictedJoin_IsVouchedForAndSignedByTheResident(string version)
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom lobby = resident.Found(version, resident.Users.IdOf("c"));
        PeerRoom room = resident.Found(version, resident.Users.IdOf("c"), new RoomOptions { JoinRule = "restricted", AllowedRooms = [lobby.RoomId] });
        string user = joiner.Users.IdOf("u");

        JoinResult refused = await joiner.JoinAsync(room.RoomId, user, resident.Name);
        await joiner.JoinAsync(lobby.RoomId, user, resident.Name);
        JoinResult joined = await joiner.JoinAsync(room.RoomId, user, resident.Name);

        refused.Template.Status.ShouldBe(403);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        joined.Answer!.Object["event"]!["signatures"]!.AsObject().Select(pair => pair.Key).ShouldBe([joiner.Name, resident.Name], ignoreOrder: true);
        AssertConformant(version);
    }

    [Fact]
    public async Task Join_ThroughFirstVersionOfTheEndpoint_IsWrapped()
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom room = resident.Found("1", resident.Users.IdOf("c"));

        JoinResult joined = await joiner.JoinAsync(room.RoomId, joiner.Users.IdOf("u"), resident.Name, new JoinOptions { IsFirstVersion = true });

        joined.Answer!.Json.ShouldBeOfType<JsonArray>()[0]!.GetValue<int>().ShouldBe(200);
        joined.Room!.Current.MembershipOf(joiner.Users.IdOf("u")).ShouldBe("join");
        AssertConformant("1");
    }

    [Fact]
    public async Task Join_OfBannedUser_IsRefused()
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom room = resident.Found("10", resident.Users.IdOf("c"));
        string user = joiner.Users.IdOf("u");
        room.Add(EventDraft.Member(user, "ban", resident.Users.IdOf("c")), resident.Signing);

        JoinResult joined = await joiner.JoinAsync(room.RoomId, user, resident.Name);

        joined.Template.Status.ShouldBe(403);
        joined.Template.ErrorCode.ShouldBe("M_FORBIDDEN");
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("1")]
    public async Task OmitMembers_WithAnotherValue_IsRefusedAndNobodyJoins(string value)
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom room = resident.Found("10", resident.Users.IdOf("c"));

        JoinResult joined = await joiner.JoinAsync(room.RoomId, joiner.Users.IdOf("u"), resident.Name, new JoinOptions { OmitMembers = value });

        joined.Answer!.Status.ShouldBe(400);
        joined.Answer.ErrorCode.ShouldBe("M_INVALID_PARAM");
        room.Current.MembershipOf(joiner.Users.IdOf("u")).ShouldBe("leave");
    }

    [Fact]
    public async Task Version_ThatIsNotUnderstood_IsNamed()
    {
        FederationPeer resident = await Network.AddAsync("one.test");
        FederationPeer joiner = await Network.AddAsync("two.test");
        PeerRoom room = resident.Found("9", resident.Users.IdOf("c"));

        JoinResult joined = await joiner.JoinAsync(room.RoomId, joiner.Users.IdOf("u"), resident.Name, new JoinOptions { Versions = ["1", "10"] });

        joined.Template.ErrorCode.ShouldBe("M_INCOMPATIBLE_ROOM_VERSION");
        joined.Template.Object["room_version"]!.ToString().ShouldBe("9");
    }
}
