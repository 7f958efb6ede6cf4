using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Federation;

/// <summary>Rooms with members of both servers: soft failure, mixed-up rooms, history, devices, upgrades and version 12.</summary>
public sealed class RoomScenarios(Stage stage) : ScenarioTest(stage)
{
    private FederationPeer _peer = null!;
    private ClientUser _user = null!;
    private PeerRoom _room = null!;

    private string Member => _peer.Users.IdOf("m");

    [Fact]
    [Scenario("FD-S10")]
    public async Task AuthEventsOfAnotherRoom_AreRejected_AndHarmNeither()
    {
        await JoinAsync("10");
        string other = await _user.CreateRoomAsync("10");
        PeerRoom second = (await _peer.JoinAsync(other, Member, T.ServerName)).Room!;
        RoomEvent mixed = _room.Build(EventDraft.Message(Member, "mixed") with { AuthFrom = second.Current }, _peer.Signing);
        RoomEvent sentinel = _room.Add(EventDraft.Message(Member, "sentinel"), _peer.Signing);

        await SendAsync(_peer, [mixed.Json, sentinel.Json]);

        await SeenAsync(_room, sentinel);
        (await _user.EventAsync(_room.RoomId, mixed.Id)).Status.ShouldBe(404);
        foreach (string room in (string[])[_room.RoomId, other])
        {
            await _user.SayAsync(room, "alive");
            (await _user.RoomAsync(room, "joined_members")).Object["joined"]!.AsObject().Select(pair => pair.Key).ShouldBe([_user.Id, Member], ignoreOrder: true);
        }
    }

    [Fact]
    [Scenario("FD-S23")]
    public async Task OldMessages_AreFetched()
    {
        _peer = await PeerAsync();
        _user = await UserAsync();
        _room = _peer.Found("10", _peer.Users.IdOf("c"));
        string[] said = [.. Enumerable.Range(0, 10).Select(i => _room.Add(EventDraft.Message(_peer.Users.IdOf("c"), $"{i}"), _peer.Signing).Id)];
        (await _user.JoinAsync(_room.RoomId, _peer.Name)).IsOk.ShouldBeTrue();

        var found = new HashSet<string>();
        string from = "";
        await ClientUser.UntilAsync(
            async () =>
            {
                ClientAnswer page = await _user.RoomAsync(_room.RoomId, $"messages?dir=b&limit=20{from}");
                found.UnionWith((page.Object["chunk"] as JsonArray ?? []).Select(made => made!["event_id"]!.ToString()));
                from = page.Object["end"] is { } end ? $"&from={Escape(end.ToString())}" : "";
                return page;
            },
            _ => said.All(found.Contains),
            "the old messages");

        _peer.Requests.All.ShouldContain(request => request.Endpoint == "backfill");
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S35")]
    public async Task MessageOnAnOldState_IsSoftFailed()
    {
        await JoinAsync("10");
        string able = _peer.Users.IdOf("able");
        (await _peer.JoinAsync(_room.RoomId, able, T.ServerName)).IsOk.ShouldBeTrue();
        SyncLine line = _user.Sync(isLazy: false);
        await line.NextAsync();
        IReadOnlyList<RoomEvent> old = _room.Extremities;
        JsonObject levels = (await _user.RoomAsync(_room.RoomId, "state/m.room.power_levels/")).Object;
        levels["events_default"] = 50;
        levels["users"]![able] = 50;
        string raised = (await _user.SetAsync(_room.RoomId, "m.room.power_levels", (JsonObject)levels.DeepClone())).Object["event_id"]!.ToString();
        await _peer.Pdus.WaitAsync(pdu => pdu.Id == raised, Bound, "the power levels");
        RoomEvent late = _room.Build(EventDraft.Message(Member, "late") with { Prev = old }, _peer.Signing);

        await SendAsync(_peer, [late.Json]);
        RoomEvent sentinel = await _peer.SayAsync(_room, EventDraft.Message(able, "sentinel"), T.ServerName);
        await line.UntilEventAsync(_room.RoomId, made => made["event_id"]?.ToString() == sentinel.Id, "the sentinel");
        string next = await _user.SayAsync(_room.RoomId, "next");
        ReceivedPdu own = await _peer.Pdus.WaitAsync(pdu => pdu.Id == next, Bound, "the target's next event");

        line.HasBrought(_room.RoomId, late.Id).ShouldBeFalse();
        EventReferences.In(own.Pdu, "prev_events").ShouldNotContain(late.Id);
    }

    [Fact]
    [Scenario("FD-S47")]
    public async Task DevicesOfAJoiner_AreFound()
    {
        _peer = await PeerAsync();
        _user = await UserAsync();
        _peer.Users[Member].Device("D", "A device");
        _peer.Users[Member].Next();
        string roomId = await _user.CreateRoomAsync("10");
        SyncLine line = _user.Sync(isLazy: false);
        await line.NextAsync();

        (await _peer.JoinAsync(roomId, Member, T.ServerName)).IsOk.ShouldBeTrue();

        await line.UntilAsync(answer => (answer["device_lists"]?["changed"] as JsonArray ?? []).Any(user => user!.ToString() == Member), "the joiner among those whose devices changed");
        ClientAnswer keys = await _user.CallAsync("POST", "keys/query", new JsonObject { ["device_keys"] = new JsonObject { [Member] = new JsonArray() } });
        keys.Object["device_keys"]?[Member]?["D"].ShouldNotBeNull(keys.ToString());
    }

    [Fact]
    [Scenario("FD-S57")]
    public async Task CreatorsOfVersion12_StandInNoPowerLevels()
    {
        await JoinAsync("12");
        JsonObject levels = (await _user.RoomAsync(_room.RoomId, "state/m.room.power_levels/")).Object;
        var users = (JsonObject)levels.DeepClone();
        users["users"]![_user.Id] = 100;
        var big = (JsonObject)levels.DeepClone();
        big["users"]![Member] = 1L << 53;
        var create = new JsonObject { ["preset"] = "public_chat", ["room_version"] = "12", ["creation_content"] = new JsonObject { ["additional_creators"] = "text" } };

        ClientAnswer inUsers = await _user.SetAsync(_room.RoomId, "m.room.power_levels", users);
        ClientAnswer tooBig = await _user.SetAsync(_room.RoomId, "m.room.power_levels", big);
        ClientAnswer creators = await _user.CallAsync("POST", "createRoom", create);

        inUsers.Status.ShouldBeOneOf(400, 403);
        tooBig.Status.ShouldBe(400, tooBig.ToString());
        creators.Status.ShouldBe(400, creators.ToString());
    }

    [Theory]
    [InlineData("10")]
    [InlineData("11")]
    [InlineData("12")]
    [Scenario("FD-S61")]
    public async Task UpgradeToVersion12_NamesTheRoomByItsCreateEvent(string from)
    {
        await JoinAsync(from);

        ClientAnswer upgraded = await _user.CallAsync("POST", $"rooms/{Escape(_room.RoomId)}/upgrade", new JsonObject { ["new_version"] = "12" });

        string replacement = upgraded.Object["replacement_room"]?.ToString() ?? "";
        replacement.ShouldStartWith("!", customMessage: upgraded.ToString());
        replacement.ShouldNotContain(':');
        await _peer.Pdus.WaitAsync(pdu => pdu.Type == "m.room.tombstone" && pdu.Pdu["content"]!["replacement_room"]!.ToString() == replacement, Bound, "the tombstone");
        JoinResult joined = await _peer.JoinAsync(replacement, Member, T.ServerName);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        JsonObject create = joined.Room!.Current["m.room.create"]!.Json;
        create["content"]!["predecessor"]!["room_id"]!.ToString().ShouldBe(_room.RoomId);
        joined.Room.Current["m.room.power_levels"]!.Json["content"]!["users"]?.AsObject().ContainsKey(_user.Id).ShouldBeFalse();
    }

    private Task<ClientAnswer> SeenAsync(PeerRoom room, RoomEvent made) => ClientUser.UntilAsync(() => _user.EventAsync(room.RoomId, made.Id), answer => answer.IsOk, $"the event {made.Id}");

    private async Task JoinAsync(string version)
    {
        _peer = await PeerAsync();
        _user = await UserAsync();
        string roomId = await _user.CreateRoomAsync(version);
        JoinResult joined = await _peer.JoinAsync(roomId, Member, T.ServerName);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        _room = joined.Room!;
    }
}
