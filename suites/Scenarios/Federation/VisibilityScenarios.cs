using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Federation;

/// <summary>What other servers are shown of the past, of rooms that they are invited to, and what redactions count.</summary>
public sealed class VisibilityScenarios(Stage stage) : ScenarioTest(stage)
{
    [Theory]
    [InlineData("world_readable", true)]
    [InlineData("shared", true)]
    [InlineData("invited", false)]
    [InlineData("joined", false)]
    [Scenario("FD-S25")]
    public async Task MissingEvents_OfBeforeTheJoin_AreRedactedWhereHistoryIsClosed(string visibility, bool isShown)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        var setting = new JsonObject { ["type"] = "m.room.history_visibility", ["state_key"] = "", ["content"] = new JsonObject { ["history_visibility"] = visibility } };
        string roomId = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "public_chat", ["initial_state"] = new JsonArray(setting) });
        string said = await user.SayAsync(roomId, "before");
        JoinResult joined = await peer.JoinAsync(roomId, peer.Users.IdOf("m"), T.ServerName);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        string create = joined.Room!.Current["m.room.create"]!.Id;

        FederationAnswer answer = await PostAsync(peer, $"get_missing_events/{Escape(roomId)}", new JsonObject
        {
            ["earliest_events"] = new JsonArray(create),
            ["latest_events"] = new JsonArray(joined.Event!.Id),
            ["limit"] = 20,
            ["min_depth"] = 0,
        });

        RoomEvent[] events = [.. answer.Object["events"]!.AsArray().Select(pdu => joined.Room.Read((JsonObject)pdu!.DeepClone()))];
        events.Select(made => made.Id).ShouldNotContain(create);
        events.Select(made => made.Id).ShouldNotContain(joined.Event.Id);
        (events.Single(made => made.Id == said).Json["content"]!.AsObject().Count > 0).ShouldBe(isShown);
        await AssertConformantAsync("10");
    }

    [Theory]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("FD-S60")]
    public async Task Invite_ShowsTheCreateEvent(string version)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync(version, new JsonObject { ["preset"] = "private_chat", ["name"] = "A name" });

        (await user.InviteAsync(roomId, peer.Users.IdOf("i"))).IsOk.ShouldBeTrue();

        PeerRequest invite = peer.Requests.All.Single(request => request.Endpoint == "invite");
        JsonObject create = invite.Object["invite_room_state"]!.AsArray().Select(made => made!.AsObject()).Single(made => made["type"]!.ToString() == "m.room.create");
        if (version == "12")
        {
            create["origin_server_ts"].ShouldNotBeNull();
            create["signatures"].ShouldNotBeNull();
        }

        JoinResult joined = await peer.JoinAsync(roomId, peer.Users.IdOf("i"), T.ServerName);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        await AssertConformantAsync(version);
    }

    [Fact]
    [Scenario("FD-S37")]
    public async Task Redaction_OfAnotherServersMessage_CountsForNothing_AndOnesOwnDoes()
    {
        FederationPeer first = await PeerAsync();
        FederationPeer second = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        string author = first.Users.IdOf("m");
        string stranger = second.Users.IdOf("n");
        PeerRoom room = (await first.JoinAsync(roomId, author, T.ServerName)).Room!;
        PeerRoom other = (await second.JoinAsync(roomId, stranger, T.ServerName)).Room!;
        RoomEvent said = await first.SayAsync(room, EventDraft.Message(author, "keep me"), T.ServerName);
        await second.SayAsync(other, Redaction(said, stranger), T.ServerName);
        RoomEvent sentinel = await second.SayAsync(other, EventDraft.Message(stranger, "sentinel"), T.ServerName);
        await ClientUser.UntilAsync(() => user.EventAsync(roomId, sentinel.Id), answer => answer.IsOk, "the sentinel");
        ClientAnswer kept = await user.EventAsync(roomId, said.Id);

        await first.SayAsync(room, Redaction(said, author), T.ServerName);

        kept.Object["content"]!["body"]!.ToString().ShouldBe("keep me");
        await ClientUser.UntilAsync(() => user.EventAsync(roomId, said.Id), answer => answer.Object["content"]?.AsObject().Count == 0, "the redaction");
    }

    private static EventDraft Redaction(RoomEvent target, string sender) => new("m.room.redaction", sender, []) { BeforeHashes = pdu => pdu["redacts"] = target.Id };
}
