using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Users;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Federation;

/// <summary>Events and ephemeral messages by transactions, both ways, in a room of the target.</summary>
public sealed class TransactionScenarios(Stage stage) : ScenarioTest(stage)
{
    private FederationPeer _peer = null!;
    private ClientUser _user = null!;
    private PeerRoom _room = null!;

    private string Member => _peer.Users.IdOf("m");

    [Fact]
    [Scenario("FD-S07")]
    public async Task Transactions_OfAllowedSize_AreTaken_AndBiggerOnesRefused()
    {
        await JoinAsync("10");
        RoomEvent[] ten = [.. Enumerable.Range(0, 10).Select(i => _room.Add(EventDraft.Message(Member, $"{i}"), _peer.Signing))];

        FederationAnswer taken = await SendAsync(_peer, ten.Select(made => made.Json));
        FederationAnswer pdus = await SendAsync(_peer, Enumerable.Repeat(ten[0].Json, 51));
        FederationAnswer edus = await SendAsync(_peer, [], Enumerable.Range(0, 101).Select(_ => UserDirectory.Typing(_room.RoomId, Member, true)));

        taken.Object["pdus"]!.AsObject().ShouldAllBe(pair => pair.Value!.AsObject().Count == 0);
        await SeenAsync(ten[^1]);
        pdus.Status.ShouldBe(400);
        edus.Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("FD-S08")]
    public async Task FractionInAnEvent_LosesThatEventAlone(string version)
    {
        await JoinAsync(version);
        RoomEvent bad = _room.Build(new EventDraft("m.room.message", Member, new JsonObject { ["msgtype"] = "m.text", ["body"] = "x", ["f"] = 1.5 }), _peer.Signing);
        RoomEvent good = _room.Add(EventDraft.Message(Member, "good"), _peer.Signing);

        FederationAnswer answer = await SendAsync(_peer, [bad.Json, good.Json]);

        answer.IsOk.ShouldBeTrue(answer.ToString());
        await SeenAsync(good);
        (await _user.EventAsync(_room.RoomId, bad.Id)).Status.ShouldBe(404);
    }

    [Fact]
    [Scenario("FD-S09")]
    public async Task WrongContentHash_LeavesTheRedactedEvent()
    {
        await JoinAsync("10");
        RoomEvent changed = _room.Add(EventDraft.Message(Member, "told") with { BeforeSignatures = pdu => pdu["content"]!["body"] = "changed" }, _peer.Signing);

        await SendAsync(_peer, [changed.Json]);

        ClientAnswer seen = await SeenAsync(changed);
        seen.Object["content"]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    [Scenario("FD-S11")]
    public async Task EventBehindAGapThatNobodyFills_IsNoErrorOfTheTransaction()
    {
        await JoinAsync("10");
        RoomEvent hidden = _room.Build(EventDraft.Message(Member, "hidden"), _peer.Signing);
        RoomEvent said = _room.Build(EventDraft.Message(Member, "behind") with { Prev = [hidden], Depth = 100 }, _peer.Signing);
        _peer.On("get_missing_events").Refuse(404, "M_NOT_FOUND");
        _peer.On("state_ids").Refuse(404, "M_NOT_FOUND");
        _peer.On("state").Refuse(404, "M_NOT_FOUND");

        FederationAnswer answer = await SendAsync(_peer, [said.Json]);
        RoomEvent sentinel = await _peer.SayAsync(_room, EventDraft.Message(Member, "sentinel"), T.ServerName);

        answer.IsOk.ShouldBeTrue(answer.ToString());
        await SeenAsync(sentinel);
        SyncLine line = _user.Sync(isLazy: false);
        await line.NextAsync();
        line.HasBrought(_room.RoomId, said.Id).ShouldBeFalse();
    }

    [Fact]
    [Scenario("FD-S12")]
    public async Task EventWhoseParentComesLater_IsSeenOnce()
    {
        await JoinAsync("10");
        _peer.On("get_missing_events").Answer(_ => PeerAnswer.Json(new JsonObject { ["events"] = new JsonArray() }));
        RoomEvent first = _room.Build(EventDraft.Message(Member, "A"), _peer.Signing);
        RoomEvent second = _room.Build(EventDraft.Message(Member, "B") with { Prev = [first], Depth = first.Json["depth"]!.GetValue<long>() + 1 }, _peer.Signing);
        _room.Enter(first);
        _room.Enter(second);

        await SendAsync(_peer, [second.Json]);
        await SendAsync(_peer, [first.Json]);
        await SendAsync(_peer, [second.Json]);

        await SeenAsync(first);
        await SeenAsync(second);
    }

    [Fact]
    [Scenario("FD-S14")]
    public async Task Typing_OfAnotherServersUser_IsIgnored()
    {
        await JoinAsync("10");
        SyncLine line = _user.Sync(isLazy: true);
        await line.NextAsync();

        await SendAsync(_peer, [], [UserDirectory.Typing(_room.RoomId, _user.Id, true)]);
        await SendAsync(_peer, [], [UserDirectory.Typing(_room.RoomId, Member, true)]);

        JsonObject answer = await line.UntilAsync(found => TypingIn(found).Count > 0, "typing of the peer's user");
        TypingIn(answer).ShouldBe([Member]);
    }

    [Fact]
    [Scenario("FD-S15")]
    public async Task WhatAUserSays_ReachesThePeer_Once()
    {
        await JoinAsync("10");

        string said = await _user.SayAsync(_room.RoomId, "hello");
        ClientAnswer redacted = await _user.CallAsync("PUT", $"rooms/{Escape(_room.RoomId)}/redact/{Escape(said)}/r1", new JsonObject());

        ReceivedPdu message = await _peer.Pdus.WaitAsync(pdu => pdu.Id == said, Bound, "the message");
        ReceivedPdu redaction = await _peer.Pdus.WaitAsync(pdu => pdu.Id == redacted.Object["event_id"]!.ToString(), Bound, "the redaction");
        message.Problem.ShouldBeNull();
        redaction.Type.ShouldBe("m.room.redaction");
        _peer.Pdus.All.Count(pdu => pdu.Id == said).ShouldBe(1);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S16")]
    public async Task WhatIsSaidWhileAPeerIsDown_ComesLater()
    {
        await JoinAsync("10");
        await _peer.Listener.StopAsync();
        string[] said = [await _user.SayAsync(_room.RoomId, "1"), await _user.SayAsync(_room.RoomId, "2")];
        await _peer.Listener.StartAsync();
        await _peer.GreetAsync(T.ServerName);

        string last = await _user.SayAsync(_room.RoomId, "3");

        foreach (string id in (string[])[.. said, last])
        {
            await ClientUser.UntilAsync(
                () => Task.FromResult(new ClientAnswer(_room.Find(id) is null ? 404 : 200, null)), answer => answer.IsOk, $"the message {id}");
        }
    }

    [Fact]
    [Scenario("FD-S26")]
    public async Task Gap_IsFilledByMissingEvents_WithoutAskingForState()
    {
        await JoinAsync("10");
        string[] ends = [.. _room.Extremities.Select(made => made.Id)];
        RoomEvent[] said = [.. Enumerable.Range(0, 6).Select(i => _room.Add(EventDraft.Message(Member, $"{i}"), _peer.Signing))];

        await SendAsync(_peer, [said[^1].Json]);

        foreach (RoomEvent made in said)
        {
            await SeenAsync(made);
        }

        PeerRequest asked = _peer.Requests.All.Single(request => request.Endpoint == "get_missing_events");
        asked.Object["latest_events"]!.AsArray().Select(id => id!.ToString()).ShouldBe([said[^1].Id]);
        asked.Object["earliest_events"]!.AsArray().Select(id => id!.ToString()).ShouldBe(ends, ignoreOrder: true);
        _peer.Requests.All.ShouldNotContain(request => request.Endpoint == "state" || request.Endpoint == "state_ids");
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S36")]
    public async Task PowerLevels_OfOneWithoutPower_AreRejected()
    {
        await JoinAsync("10");
        RoomEvent levels = _room.Add(EventDraft.State("m.room.power_levels", "", Member, new JsonObject { ["users"] = new JsonObject { [Member] = 100 } }), _peer.Signing);
        RoomEvent sentinel = _room.Add(EventDraft.Message(Member, "sentinel") with { Prev = _room.PrevOf(levels) }, _peer.Signing);

        await SendAsync(_peer, [levels.Json, sentinel.Json]);

        await SeenAsync(sentinel);
        (await _user.EventAsync(_room.RoomId, levels.Id)).Status.ShouldBe(404);
        ClientAnswer now = await _user.RoomAsync(_room.RoomId, "state/m.room.power_levels/");
        now.Object["users"]![_user.Id]!.GetValue<int>().ShouldBe(100);
    }

    [Fact]
    [Scenario("FD-S44")]
    public async Task TypingReceiptAndPresence_GoBothWays()
    {
        await JoinAsync("10");
        SyncLine line = _user.Sync(isLazy: true);
        await line.NextAsync();
        string said = await _user.SayAsync(_room.RoomId, "read me");

        await SendAsync(_peer, [], [UserDirectory.Typing(_room.RoomId, Member, true), _peer.Users.Receipt(_room.RoomId, Member, said, 12_345), UserDirectory.Presence(Member, "online")]);
        await _user.CallAsync("PUT", $"rooms/{Escape(_room.RoomId)}/typing/{Escape(_user.Id)}", new JsonObject { ["typing"] = true, ["timeout"] = 20_000 });
        RoomEvent theirs = await _peer.SayAsync(_room, EventDraft.Message(Member, "x"), T.ServerName);
        await SeenAsync(theirs);
        await _user.CallAsync("POST", $"rooms/{Escape(_room.RoomId)}/receipt/m.read/{Escape(theirs.Id)}", new JsonObject());

        bool typing = false;
        bool receipt = false;
        bool presence = false;
        await line.UntilAsync(
            answer =>
            {
                typing |= TypingIn(answer).Contains(Member);
                receipt |= SyncLine.EphemeralOf(answer, _room.RoomId).Any(edu => edu["content"]?[said]?["m.read"]?[Member]?["ts"]?.GetValue<long>() == 12_345);
                presence |= (answer["presence"]?["events"] as JsonArray ?? []).Any(made => made?["sender"]?.ToString() == Member);
                return typing && receipt && presence;
            },
            "typing, receipt and presence");
        await _peer.Edus.WaitAsync(edu => edu.Type == "m.typing" && edu.Content["user_id"]?.ToString() == _user.Id, Bound, "typing of the target's user");
        ReceivedEdu read = await _peer.Edus.WaitAsync(edu => edu.Type == "m.receipt" && edu.Content[_room.RoomId]?["m.read"]?[_user.Id] is not null, Bound, "a receipt of the target's user");
        JsonNode entry = read.Content[_room.RoomId]!["m.read"]![_user.Id]!;
        entry["event_ids"]!.AsArray().Count.ShouldBe(1);
        entry["data"]!["ts"].ShouldNotBeNull();
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S45")]
    public async Task DeviceChanges_ReachThePeer_InAChain()
    {
        await JoinAsync("10");
        int start = _peer.Edus.Count;

        foreach (string name in (string[])["one", "two"])
        {
            int from = _peer.Edus.Count;
            (await _user.CallAsync("PUT", $"devices/{_user.Device}", new JsonObject { ["display_name"] = name })).IsOk.ShouldBeTrue();
            ReceivedEdu update = await _peer.Edus.WaitAsync(
                edu => edu.Type == "m.device_list_update" && edu.Content["device_id"]?.ToString() == _user.Device, Bound, $"the update to {name}", from);
            update.Content["user_id"]!.ToString().ShouldBe(_user.Id);
            update.Content["stream_id"].ShouldNotBeNull();
        }

        ReceivedEdu[] both = [.. _peer.Edus.All.Skip(start).Where(edu => edu.Type == "m.device_list_update" && edu.Content["user_id"]?.ToString() == _user.Id)];
        both[^1].Content["prev_id"]!.AsArray().Select(id => id!.GetValue<long>()).ShouldBe([both[^2].Content["stream_id"]!.GetValue<long>()]);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S48")]
    public async Task MessagesToDevices_ComeOnceAndInOrder_AfterThePeerWasDown()
    {
        await JoinAsync("10");
        await _peer.Listener.StopAsync();
        foreach (int i in (int[])[1, 2])
        {
            await _user.CallAsync("PUT", $"sendToDevice/test.type/t{i}", new JsonObject { ["messages"] = new JsonObject { [Member] = new JsonObject { ["D"] = new JsonObject { ["i"] = i } } } });
        }

        await _peer.Listener.StartAsync();
        await _peer.GreetAsync(T.ServerName);
        await _user.CallAsync("PUT", "sendToDevice/test.type/t3", new JsonObject { ["messages"] = new JsonObject { [Member] = new JsonObject { ["D"] = new JsonObject { ["i"] = 3 } } } });

        await _peer.Edus.WaitAsync(edu => NumberIn(edu) == 3, Bound, "the third message");
        _peer.Edus.All.Select(NumberIn).Where(number => number > 0).ShouldBe([1, 2, 3]);
    }

    [Fact]
    [Scenario("FD-S50")]
    public async Task DeniedServer_IsRefusedEverywhere()
    {
        await JoinAsync("10");
        RoomEvent late = _room.Build(EventDraft.Message(Member, "late"), _peer.Signing);
        (await _user.SetAsync(_room.RoomId, "m.room.server_acl", new JsonObject { ["allow"] = new JsonArray("*"), ["deny"] = new JsonArray(Suites.Peer.Identity.ServerName.HostOf(_peer.Name)) })).IsOk.ShouldBeTrue();
        string id = Escape(_room.RoomId);
        string at = Escape(late.Id);
        string before = Escape(_room.Extremities[0].Id);
        RoomEvent join = _room.Build(EventDraft.Member(_peer.Users.IdOf("new"), "join"), _peer.Signing);
        RoomEvent leave = _room.Build(EventDraft.Member(Member, "leave"), _peer.Signing);

        FederationAnswer[] answers =
        [
            await GetAsync(_peer, $"make_join/{id}/{Escape(_peer.Users.IdOf("new"))}?ver=10"),
            await _peer.Client.PutAsync(T.ServerName, $"/_matrix/federation/v2/send_join/{id}/{Escape(join.Id)}", join.Json),
            await GetAsync(_peer, $"make_leave/{id}/{Escape(Member)}"),
            await _peer.Client.PutAsync(T.ServerName, $"/_matrix/federation/v2/send_leave/{id}/{Escape(leave.Id)}", leave.Json),
            await GetAsync(_peer, $"make_knock/{id}/{Escape(_peer.Users.IdOf("new"))}?ver=10"),
            await GetAsync(_peer, $"state/{id}?event_id={before}"),
            await GetAsync(_peer, $"state_ids/{id}?event_id={before}"),
            await GetAsync(_peer, $"backfill/{id}?v={before}&limit=1"),
            await GetAsync(_peer, $"event_auth/{id}/{before}"),
            await PostAsync(_peer, $"get_missing_events/{id}", new JsonObject { ["earliest_events"] = new JsonArray(), ["latest_events"] = new JsonArray(_room.Extremities[0].Id), ["limit"] = 1 }),
        ];
        FederationAnswer sent = await SendAsync(_peer, [late.Json]);

        foreach (FederationAnswer answer in answers)
        {
            AssertRefused(answer, 403, "M_FORBIDDEN");
        }

        sent.Object["pdus"]![late.Id]!["error"].ShouldNotBeNull($"{at} {sent}");
    }

    private static List<string> TypingIn(JsonObject answer) =>
    [
        .. (answer["rooms"]?["join"] as JsonObject ?? []).SelectMany(room => (room.Value?["ephemeral"]?["events"] as JsonArray ?? []).Where(edu => edu?["type"]?.ToString() == "m.typing"))
            .SelectMany(edu => edu!["content"]!["user_ids"]!.AsArray()).Select(user => user!.ToString()),
    ];

    private int NumberIn(ReceivedEdu edu) => edu.Type == "m.direct_to_device" && edu.Content["messages"]?[Member]?["D"]?["i"] is JsonValue number ? number.GetValue<int>() : 0;

    private Task<ClientAnswer> SeenAsync(RoomEvent made) => ClientUser.UntilAsync(() => _user.EventAsync(_room.RoomId, made.Id), answer => answer.IsOk, $"the event {made.Id}");

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
