using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Federation;

/// <summary>Invites and leaves between servers.</summary>
public sealed class InviteScenarios(Stage stage) : ScenarioTest(stage)
{
    [Theory]
    [MemberData(nameof(Versions))]
    [Scenario("FD-S38")]
    public async Task Invite_ComesBackSigned_AndTheUserCanJoin(string version)
    {
        (FederationPeer peer, ClientUser user, PeerRoom room) = await RoomAsync(version);
        RoomEvent invite = room.Build(EventDraft.Member(user.Id, "invite", peer.Users.IdOf("c")), peer.Signing);

        FederationAnswer answer = await peer.InviteAsync(room, invite, T.ServerName);

        answer.IsOk.ShouldBeTrue(answer.ToString());
        var signed = (JsonObject)answer.Object["event"]!;
        room.Read((JsonObject)signed.DeepClone()).Id.ShouldBe(invite.Id);
        signed["signatures"]!.AsObject().Select(pair => pair.Key).ShouldBe([peer.Name, T.ServerName], ignoreOrder: true);
        room.Enter(room.Read((JsonObject)signed.DeepClone()));
        ClientAnswer joined = await user.JoinAsync(room.RoomId, peer.Name);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        room.Current.MembershipOf(user.Id).ShouldBe("join");
        await AssertConformantAsync(version);
    }

    [Fact]
    [Scenario("FD-S38")]
    public async Task Invite_Unsigned_OrWithAFraction_IsRefused()
    {
        (FederationPeer peer, ClientUser user, PeerRoom room) = await RoomAsync("10");
        string sender = peer.Users.IdOf("c");
        RoomEvent unsigned = room.Build(EventDraft.Member(user.Id, "invite", sender) with { AfterSignatures = pdu => pdu["signatures"] = new JsonObject() }, peer.Signing);
        RoomEvent fraction = room.Build(EventDraft.Member(user.Id, "invite", sender, new JsonObject { ["f"] = 1.5 }), peer.Signing);

        AssertRefused(await peer.InviteAsync(room, unsigned, T.ServerName), 403, "M_FORBIDDEN");
        AssertRefused(await peer.InviteAsync(room, fraction, T.ServerName), 400, "M_BAD_JSON");
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("refused")]
    [Scenario("FD-S39")]
    public async Task InviteThatThePeerDoesNotTake_FailsForTheClient(string how)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync();
        string invited = peer.Users.IdOf("i");
        if (how == "refused")
        {
            peer.On("invite").Refuse(403, "M_FORBIDDEN");
        }
        else
        {
            peer.On("invite").Lie((_, answer) => answer["event"]!["signatures"] = new JsonObject());
        }

        ClientAnswer answer = await user.InviteAsync(roomId, invited);

        answer.Status.ShouldBeInRange(400, 599, answer.ToString());
        (await user.RoomAsync(roomId, $"state/m.room.member/{Escape(invited)}")).Status.ShouldBe(404);
    }

    [Fact]
    [Scenario("FD-S40")]
    public async Task RejectedInvite_ReachesTheInvitingServer()
    {
        (FederationPeer peer, ClientUser user, PeerRoom room) = await RoomAsync("10");
        RoomEvent invite = room.Build(EventDraft.Member(user.Id, "invite", peer.Users.IdOf("c")), peer.Signing);
        FederationAnswer answer = await peer.InviteAsync(room, invite, T.ServerName);
        room.Enter(room.Read((JsonObject)answer.Object["event"]!.DeepClone()));

        ClientAnswer left = await user.LeaveAsync(room.RoomId);

        left.IsOk.ShouldBeTrue(left.ToString());
        room.Current.MembershipOf(user.Id).ShouldBe("leave");
        room.Current["m.room.member", user.Id].ShouldNotBeNull();
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S40")]
    public async Task RejectedInvite_OfAPeerThatIsGone_LeavesLocally()
    {
        (FederationPeer peer, ClientUser user, PeerRoom room) = await RoomAsync("10");
        await peer.InviteAsync(room, room.Build(EventDraft.Member(user.Id, "invite", peer.Users.IdOf("c")), peer.Signing), T.ServerName);
        SyncLine line = user.Sync(isLazy: false);
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.RoomId, "invite"), "the invite");
        await peer.Listener.StopAsync();

        ClientAnswer left = await user.LeaveAsync(room.RoomId);

        left.IsOk.ShouldBeTrue(left.ToString());
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.RoomId, "leave"), "the leave");
    }

    [Fact]
    [Scenario("FD-S42")]
    public async Task LeaveOfAnInvitedUser_MustBeSignedByTheirServer()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "private_chat" });
        string invited = peer.Users.IdOf("i");
        (await user.InviteAsync(roomId, invited)).IsOk.ShouldBeTrue();

        JoinResult unsigned = await peer.LeaveAsync(roomId, invited, T.ServerName, new JoinOptions { ChangeSigned = pdu => pdu["signatures"] = new JsonObject() });
        JoinResult left = await peer.LeaveAsync(roomId, invited, T.ServerName);

        AssertRefused(unsigned.Answer, 403, "M_FORBIDDEN");
        left.IsOk.ShouldBeTrue(left.ToString());
        await ClientUser.UntilAsync(
            () => user.RoomAsync(roomId, $"state/m.room.member/{Escape(invited)}"), answer => answer.Object["membership"]?.ToString() == "leave", "the leave");
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S43")]
    public async Task BannedUser_WhoIsInvitedAgain_CanJoin()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        string member = peer.Users.IdOf("m");
        (await peer.JoinAsync(roomId, member, T.ServerName)).IsOk.ShouldBeTrue();

        await user.ActAsync(roomId, "ban", member);
        JoinResult banned = await peer.JoinAsync(roomId, member, T.ServerName);
        await user.ActAsync(roomId, "unban", member);
        (await user.InviteAsync(roomId, member)).IsOk.ShouldBeTrue();
        JoinResult joined = await peer.JoinAsync(roomId, member, T.ServerName);

        AssertRefused(banned.Template, 403, "M_FORBIDDEN");
        joined.IsOk.ShouldBeTrue(joined.ToString());
        await AssertConformantAsync("10");
    }

    private async Task<(FederationPeer Peer, ClientUser User, PeerRoom Room)> RoomAsync(string version)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        return (peer, user, peer.Found(version, peer.Users.IdOf("c"), new RoomOptions { JoinRule = "invite", Name = "By invitation" }));
    }
}
