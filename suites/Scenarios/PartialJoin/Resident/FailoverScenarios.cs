using Conformance.Generator.Events;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.PartialJoin.Joining;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Resident;

/// <summary>The target joins by a list of servers, of which the first can't or won't help.</summary>
public sealed class FailoverScenarios(Stage stage) : JoiningTest(stage)
{
    [Fact]
    [Scenario("PR-S37")]
    public async Task SecondServer_IsAsked_ThoughTheRoomsIdNamesTheFirst()
    {
        FederationPeer first = await PeerAsync();
        FederationPeer second = await PeerAsync();
        ClientUser user = await UserAsync();
        PeerRoom room = first.Found("10", first.Users.IdOf("c"));
        room.Add(EventDraft.Member(second.Users.IdOf("x"), "join"), second.Signing);
        second.Take(room);
        first.On("make_join").Refuse(404, "M_NOT_FOUND");

        ClientAnswer joined = await user.JoinAsync(room.RoomId, first.Name, second.Name);

        joined.IsOk.ShouldBeTrue(joined.ToString());
        second.Requests.All.ShouldContain(request => request.Endpoint == "send_join");
    }

    [Theory]
    [InlineData(404, "M_NOT_FOUND")]
    [InlineData(400, "M_UNABLE_TO_AUTHORISE_JOIN")]
    [InlineData(400, "M_UNABLE_TO_GRANT_JOIN")]
    [Scenario("PR-S21")]
    public async Task RestrictedRoom_IsJoinedThroughAServerThatCanGrantIt(int status, string code)
    {
        FederationPeer first = await PeerAsync();
        FederationPeer second = await PeerAsync();
        ClientUser user = await UserAsync();
        string voucher = second.Users.IdOf("x");
        PeerRoom lobby = second.Found("10", voucher);
        PeerRoom room = first.Found("10", first.Users.IdOf("c"), new RoomOptions { JoinRule = "restricted", AllowedRooms = [lobby.RoomId] });
        room.Add(EventDraft.Member(voucher, "invite", first.Users.IdOf("c")), first.Signing);
        room.Add(EventDraft.Member(voucher, "join"), second.Signing);
        second.Take(room);
        first.On("make_join").Refuse(status, code);
        (await user.JoinAsync(lobby.RoomId, second.Name)).IsOk.ShouldBeTrue();

        ClientAnswer joined = await user.JoinAsync(room.RoomId, first.Name, second.Name);

        joined.IsOk.ShouldBeTrue(joined.ToString());
        RoomEvent member = room.Current["m.room.member", user.Id].ShouldNotBeNull();
        member.Json["content"]!["join_authorised_via_users_server"]!.ToString().ShouldBe(voucher);
    }
}
