using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Joining;

/// <summary>Several users of the target in a room whose state is partial.</summary>
public sealed class SeveralUsersScenarios(Stage stage) : JoiningTest(stage)
{
    [Fact]
    [Scenario("PX-S25", "PJ-10")]
    public async Task TwoUsers_JoinAtTheSameTime_ThroughTwoServers()
    {
        FederationPeer second = await PeerAsync();
        PartialRoom room = Keep(new PartialRoom(T, await PeerAsync(), await UserAsync(), "10"));
        room.Room.Add(EventDraft.Member(second.Users.IdOf("x"), "join"), second.Signing);
        second.Take(room.Room);
        ClientUser other = await UserAsync("v");

        Task<ClientAnswer> joining = other.JoinAsync(room.Room.RoomId, second.Name);
        await room.JoinAsync();
        ClientAnswer joined = await joining;
        room.Gate.Release();
        ClientAnswer members = await ClientUser.UntilAsync(
            () => room.User.RoomAsync(room.Room.RoomId, "joined_members"), answer => answer.Object["joined"]?.AsObject().Count >= 5, "all five members");

        joined.IsOk.ShouldBeTrue(joined.ToString());
        members.Object["joined"]!.AsObject().Select(pair => pair.Key)
            .ShouldBe([room.User.Id, other.Id, room.Founder, room.Plain, second.Users.IdOf("x")], ignoreOrder: true);
    }

    [Fact]
    [Scenario("PX-S49", "PJ-10")]
    public async Task UserIsKickedBannedUnbannedAndInvited_AndJoinsAgain()
    {
        PartialRoom room = await JoinedAsync();
        await room.AskedAsync();
        ClientUser second = await UserAsync("v");
        (await second.JoinAsync(room.Room.RoomId, room.Peer.Name)).IsOk.ShouldBeTrue();
        SyncLine line = second.Sync(isLazy: true);
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        foreach (string membership in (string[])["leave", "ban", "leave", "invite"])
        {
            string made = (await room.SayAsync(EventDraft.Member(room.User.Id, membership, room.Founder))).Id;
            await line.UntilEventAsync(room.Room.RoomId, found => found["event_id"]?.ToString() == made, $"the {membership} in the second user's sync");
        }

        ClientAnswer again = await room.User.JoinAsync(room.Room.RoomId, room.Peer.Name);
        again.IsOk.ShouldBeTrue(again.ToString());
        await line.UntilEventAsync(
            room.Room.RoomId, found => found["state_key"]?.ToString() == room.User.Id && found["content"]?["membership"]?.ToString() == "join", "the join in the second user's sync");
        await room.WholeAsync();
        room.Room.Current.MembershipOf(room.User.Id).ShouldBe("join");
    }
}
