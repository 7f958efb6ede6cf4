using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Federation;

/// <summary>What a member server is told of a room's events, in every room version; answers that must agree are held against each other.</summary>
public sealed class HistoryScenarios(Stage stage) : ScenarioTest(stage)
{
    [Theory]
    [MemberData(nameof(Versions))]
    [Scenario("FD-S17", "MATRIX-S2S-STATE")]
    [Scenario("FD-S20")]
    [Scenario("FD-S21")]
    [Scenario("FD-S22")]
    [Scenario("FD-S53")]
    public async Task EveryEndpointOfARoom_InEveryVersion_AnswersTruly(string version)
    {
        (FederationPeer peer, ClientUser user, string roomId, PeerRoom room) = await JoinedAsync(version);
        string first = await user.SayAsync(roomId, "first");
        string second = await user.SayAsync(roomId, "second");
        string last = await user.SayAsync(roomId, "last");
        await peer.Pdus.WaitAsync(pdu => pdu.Id == last, Bound, "the last message");
        RoomEvent made = room.Find(last)!;
        string id = Escape(roomId);
        string at = Escape(last);

        FederationAnswer state = await GetAsync(peer, $"state/{id}?event_id={at}");
        FederationAnswer ids = await GetAsync(peer, $"state_ids/{id}?event_id={at}");
        FederationAnswer one = await GetAsync(peer, $"event/{at}");
        FederationAnswer auth = await GetAsync(peer, $"event_auth/{id}/{at}");
        FederationAnswer back = await GetAsync(peer, $"backfill/{id}?v={at}&limit=3");
        FederationAnswer missing = await PostAsync(peer, $"get_missing_events/{id}", new JsonObject
        {
            ["earliest_events"] = new JsonArray(first),
            ["latest_events"] = new JsonArray(last),
            ["limit"] = 10,
            ["min_depth"] = 0,
        });
        FederationAnswer time = await GetAsync(peer, $"timestamp_to_event/{id}?ts={PeerRoom.TimeOf(made)}&dir=b");
        FederationAnswer space = await GetAsync(peer, $"hierarchy/{id}");
        FederationAnswer unknown = await GetAsync(peer, "event/%24nobody");

        string[] before = [.. room.Before(made)!.Ids];
        Ids(room, state.Object["pdus"]).ShouldBe(before, ignoreOrder: true);
        Texts(ids.Object["pdu_ids"]).ShouldBe(before, ignoreOrder: true);
        Ids(room, state.Object["auth_chain"]).ShouldBe(Texts(ids.Object["auth_chain_ids"]), ignoreOrder: true);
        Ids(room, one.Object["pdus"]).ShouldBe([last]);
        string[] chain = [.. room.AuthChain([made]).Select(named => named.Id)];
        Ids(room, auth.Object["auth_chain"]).Except([room.Current["m.room.create"]!.Id]).ShouldBe(chain.Except([room.Current["m.room.create"]!.Id]), ignoreOrder: true);
        Ids(room, back.Object["pdus"]).ShouldBe([last, second, first]);
        Ids(room, missing.Object["events"]).ShouldBe([second]);
        time.Object["event_id"]!.ToString().ShouldBe(last);
        space.Object["room"]!["room_id"]!.ToString().ShouldBe(roomId);
        unknown.Status.ShouldBe(404);
        await AssertConformantAsync(version);
    }

    [Fact]
    [Scenario("FD-S18")]
    public async Task State_WithoutEvent_OrOfAnotherRoom_OrToAStranger_IsRefused()
    {
        (FederationPeer peer, ClientUser user, string roomId, PeerRoom room) = await JoinedAsync("10");
        string other = await user.CreateRoomAsync();
        FederationPeer stranger = await PeerAsync();
        string at = Escape(room.Extremities[0].Id);

        foreach (string endpoint in (string[])["state", "state_ids"])
        {
            FederationAnswer without = await GetAsync(peer, $"{endpoint}/{Escape(roomId)}");
            FederationAnswer elsewhere = await GetAsync(peer, $"{endpoint}/{Escape(roomId)}?event_id=%24nobody");
            FederationAnswer strange = await GetAsync(stranger, $"{endpoint}/{Escape(roomId)}?event_id={at}");
            FederationAnswer notMine = await GetAsync(peer, $"{endpoint}/{Escape(other)}?event_id={at}");

            without.Status.ShouldBe(400, without.ToString());
            AssertRefused(elsewhere, 404, "M_NOT_FOUND");
            AssertRefused(strange, 403, "M_FORBIDDEN");
            AssertRefused(notMine, 403, "M_FORBIDDEN");
        }

        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S19")]
    public async Task State_AfterARejectedEvent_IsUnchanged()
    {
        (FederationPeer peer, ClientUser user, string roomId, PeerRoom room) = await JoinedAsync("10");
        string member = peer.Users.IdOf("u");
        RoomEvent bad = room.Add(EventDraft.State("m.room.topic", "", member, new JsonObject { ["topic"] = "mine" }), peer.Signing);
        RoomEvent good = room.Add(EventDraft.Message(member, "after") with { Prev = [bad] }, peer.Signing);

        await SendAsync(peer, [bad.Json, good.Json]);
        await ClientUser.UntilAsync(() => user.EventAsync(roomId, good.Id), answer => answer.IsOk, "the good event");
        FederationAnswer ids = await GetAsync(peer, $"state_ids/{Escape(roomId)}?event_id={Escape(good.Id)}");

        Texts(ids.Object["pdu_ids"]).ShouldBe(room.Before(good)!.Ids, ignoreOrder: true);
        (await user.EventAsync(roomId, bad.Id)).Status.ShouldBe(404);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S56")]
    public async Task RoomOfVersion12_IsNamedByItsCreateEvent()
    {
        (_, _, string roomId, PeerRoom room) = await JoinedAsync("12");
        RoomEvent create = room.Current["m.room.create"]!;

        roomId.ShouldBe("!" + create.Id[1..]);
        create.Json.ContainsKey("room_id").ShouldBeFalse();
        room.Events.ShouldAllBe(made => !EventReferences.In(made.Json, "auth_events").Contains(create.Id));
        await AssertConformantAsync("12");
    }

    private static IEnumerable<string> Ids(PeerRoom room, JsonNode? events) => events!.AsArray().Select(pdu => room.Read((JsonObject)pdu!.DeepClone()).Id);

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(text => text!.ToString());

    private async Task<(FederationPeer Peer, ClientUser User, string RoomId, PeerRoom Room)> JoinedAsync(string version)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync(version);
        JoinResult joined = await peer.JoinAsync(roomId, peer.Users.IdOf("u"), T.ServerName);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        return (peer, user, roomId, joined.Room!);
    }
}
