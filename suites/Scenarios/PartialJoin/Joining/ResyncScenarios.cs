using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Control;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Users;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Joining;

/// <summary>What becomes of events that arrive while the state is partial, and who helps when the resident doesn't.</summary>
public sealed class ResyncScenarios(Stage stage) : JoiningTest(stage)
{
    [Fact]
    [Scenario("PJ-S02", "PJ-4")]
    public async Task PlainLaterSync_LeavesTheRoomOut_UntilItIsWhole()
    {
        PartialRoom room = Keep(new PartialRoom(T, await PeerAsync(), await UserAsync(), "10"));
        SyncLine line = room.Plainly();
        await line.NextAsync();
        await room.JoinAsync();
        await room.Lazy().UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        JsonObject before = await line.NextAsync();
        await room.WholeAsync();
        JsonObject after = await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        SyncLine.Shows(before, room.Room.RoomId).ShouldBeFalse();
        PartialRoom.MembersIn(after, room.Room.RoomId).ShouldContain(room.Plain);
    }

    [Fact]
    [Scenario("PJ-S14", "PJ-1", "PJ-8")]
    public async Task EventWithHalfOfItsParentsMissing_IsAccepted()
    {
        PartialRoom room = await JoinedAsync();
        await room.AskedAsync();
        RoomEvent join = room.Room.Extremities[0];
        RoomEvent first = room.Room.Add(EventDraft.Message(room.Plain, "A"), room.Peer.Signing);

        RoomEvent said = await room.SayAsync(EventDraft.Message(room.Plain, "B") with { Prev = [first, join] });

        await room.DuringResyncAsync(said);
    }

    [Fact]
    [Scenario("PJ-S15", "PJ-1", "PJ-8")]
    public async Task EventWithHalfOfItsGrandparentsMissing_IsAccepted()
    {
        PartialRoom room = await JoinedAsync();
        await room.AskedAsync();
        RoomEvent join = room.Room.Extremities[0];
        RoomEvent first = room.Room.Add(EventDraft.Message(room.Plain, "A"), room.Peer.Signing);
        RoomEvent second = room.Room.Add(EventDraft.Message(room.Plain, "B") with { Prev = [first, join] }, room.Peer.Signing);
        room.Peer.On("get_missing_events").Answer(_ => PeerAnswer.Json(new JsonObject { ["events"] = new JsonArray(second.Json.DeepClone()) }));

        // The later behaviour counts: the state at this event is told at once.
        room.Peer.On("state_ids", at: first.Id);

        RoomEvent said = await room.SayAsync(EventDraft.Message(room.Plain, "C") with { Prev = [second] });

        await room.DuringResyncAsync(said);
    }

    [Fact]
    [Scenario("PJ-S17", "PJ-4")]
    public async Task SenderOfAMessage_IsShownAsAMember_AfterAGap()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Lazy();
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");
        RoomEvent first = room.Room.Add(EventDraft.Message(room.Plain, "1"), room.Peer.Signing);
        RoomEvent second = room.Room.Add(EventDraft.Message(room.Plain, "2"), room.Peer.Signing);
        await SendAsync(room.Peer, [first.Json, second.Json]);
        await ClientUser.UntilAsync(() => room.User.EventAsync(room.Room.RoomId, second.Id), answer => answer.IsOk, "the second message");

        JsonObject answer = await line.NextAsync(limit: 1);

        SyncLine.EventsOf(answer, room.Room.RoomId).ShouldContain(made => made["event_id"]!.ToString() == second.Id);
        SyncLine.EventsOf(answer, room.Room.RoomId).ShouldNotContain(made => made["event_id"]!.ToString() == first.Id);
        PartialRoom.MembersIn(answer, room.Room.RoomId).ShouldContain(room.Plain);
    }

    [Fact]
    [Scenario("PJ-S25", "PJ-8")]
    public async Task EventWronglyAccepted_EndsRejected()
    {
        RoomState? old = null;
        PartialRoom room = await JoinedAsync(
            "10",
            made =>
            {
                old = made.Room.Current;
                made.Room.Add(EventDraft.Member(made.Plain, "leave"), made.Peer.Signing);
            },
            new RoomOptions { ChangePowerLevels = levels => levels["users_default"] = 50 });
        await room.AskedAsync();

        RoomEvent bad = await room.SayAsync(EventDraft.State("m.room.topic", "", room.Plain, new JsonObject { ["topic"] = "mine" }) with { AuthFrom = old });
        await ClientUser.UntilAsync(() => room.User.EventAsync(room.Room.RoomId, bad.Id), answer => answer.IsOk, "the event");
        RoomEvent sentinel = await room.SayAsync(EventDraft.Message(room.Founder, "sentinel") with { Prev = [bad] });
        await room.DuringResyncAsync(sentinel);

        (await room.User.EventAsync(room.Room.RoomId, bad.Id)).Status.ShouldBe(404);
        (await room.User.RoomAsync(room.Room.RoomId, "state/m.room.topic/")).Status.ShouldBe(404);
    }

    [Fact]
    [Scenario("PJ-S26", "PJ-8")]
    public async Task EventWronglyRejected_EndsAccepted()
    {
        RoomState? old = null;
        string other = "";
        PartialRoom room = await JoinedAsync(
            "10",
            made =>
            {
                other = made.Peer.Users.IdOf("e");
                made.Room.Add(EventDraft.Member(other, "join"), made.Peer.Signing);
                JsonObject levels = made.Room.Current["m.room.power_levels"]!.Json["content"]!.DeepClone().AsObject();
                levels["users"]![made.Plain] = 90;
                levels["users"]![other] = 50;
                made.Room.Add(EventDraft.State("m.room.power_levels", "", made.Founder, levels), made.Peer.Signing);
                old = made.Room.Current;
                made.Room.Add(EventDraft.Member(made.Plain, "leave"), made.Peer.Signing);
            });
        await room.AskedAsync();
        RoomEvent kick = room.Room.Add(EventDraft.Member(other, "leave", room.Plain) with { AuthFrom = old }, room.Peer.Signing);
        RoomEvent topic = room.Room.Add(EventDraft.State("m.room.topic", "", other, new JsonObject { ["topic"] = "kept" }) with { Prev = [kick] }, room.Peer.Signing);
        RoomEvent sentinel = room.Room.Add(EventDraft.Message(room.Founder, "sentinel") with { Prev = [topic] }, room.Peer.Signing);

        await SendAsync(room.Peer, [kick.Json, topic.Json, sentinel.Json]);
        await ClientUser.UntilAsync(() => room.User.EventAsync(room.Room.RoomId, sentinel.Id), answer => answer.IsOk, "the sentinel");
        ClientAnswer kicked = await room.User.EventAsync(room.Room.RoomId, kick.Id);
        ClientAnswer rejected = await room.User.EventAsync(room.Room.RoomId, topic.Id);
        await room.DuringResyncAsync(sentinel);

        kicked.IsOk.ShouldBeTrue(kicked.ToString());
        rejected.Status.ShouldBe(404);
        (await room.User.EventAsync(room.Room.RoomId, kick.Id)).Status.ShouldBe(404);
        (await room.User.RoomAsync(room.Room.RoomId, "state/m.room.topic/")).Object["topic"]?.ToString().ShouldBe("kept");
    }

    [Fact]
    [Scenario("PJ-S10", "PJ-6", "PJ-7")]
    public async Task DeviceUpdate_IsShown_WhenTheRoomIsWhole()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Lazy();
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");
        PeerUser user = room.Peer.Users[room.Plain];

        await SendAsync(room.Peer, [], [UserDirectory.Update(user, user.Device("D", "A device"))]);
        RoomEvent sentinel = await room.SayAsync(EventDraft.Message(room.Founder, "sentinel"));
        JsonObject before = await line.UntilEventAsync(room.Room.RoomId, made => made["event_id"]?.ToString() == sentinel.Id, "the sentinel");
        room.Gate.Release();

        Changed(before).ShouldNotContain(room.Plain);
        await line.UntilAsync(answer => Changed(answer).Contains(room.Plain), "the change of devices");
    }

    [Fact]
    [Scenario("PJ-S32", "PJ-7", "PJ-5")]
    public async Task DeviceChange_GoesToAllServersListed()
    {
        FederationPeer second = await PeerAsync();
        PartialRoom room = await JoinedAsync("10", made => Share(made, second));

        foreach (string name in (string[])["while partial", "when whole"])
        {
            await RenameAsync(room, name, room.Peer, second);
            await room.WholeAsync();
        }
    }

    [Fact]
    [Scenario("PJ-S33", "PJ-7")]
    public async Task DeviceChange_GoesToServersThatJoinLater()
    {
        FederationPeer second = await PeerAsync();
        PartialRoom room = await JoinedAsync();
        await room.AskedAsync();
        SyncLine line = room.Lazy();
        second.Take(room.Room);
        string member = second.Users.IdOf("x");

        await RenameAsync(room, "one", room.Peer);
        await room.SayAsync(EventDraft.Member(member, "join"));
        await line.UntilAsync(answer => PartialRoom.MembersIn(answer, room.Room.RoomId).Contains(member), "the second server's join");
        await RenameAsync(room, "two", room.Peer, second);
        await room.WholeAsync();
        await RenameAsync(room, "three", room.Peer, second);
    }

    [Theory]
    [InlineData("forbidden")]
    [InlineData("error")]
    [InlineData("empty")]
    [Scenario("PJ-S21", "PJ-9")]
    [Scenario("PX-S20", "PJ-9")]
    public async Task OtherServer_Helps_WhenTheResidentDoesNot(string how)
    {
        FederationPeer second = await PeerAsync();
        PartialRoom room = await JoinedAsync("10", made => Share(made, second));
        await room.AskedAsync();
        foreach (Behaviour behaviour in (Behaviour[])[room.Holding!, room.Peer.On("state", room: room.Room.RoomId)])
        {
            if (how == "empty")
            {
                behaviour.Answer(_ => PeerAnswer.Json(new JsonObject()));
            }
            else
            {
                behaviour.Refuse(how == "error" ? 500 : 403, how == "error" ? "M_UNKNOWN" : "M_FORBIDDEN");
            }
        }

        await room.WholeAsync();
        ClientAnswer members = await room.User.RoomAsync(room.Room.RoomId, "joined_members");

        members.Object["joined"]!.AsObject().ContainsKey(room.Plain).ShouldBeTrue();
        second.Requests.All.ShouldContain(request => request.Endpoint == "state_ids" || request.Endpoint == "state");
    }

    [Fact]
    [Scenario("PX-S10")]
    public async Task StateThatThePartialAnswerLacked_IsThereWhenWhole()
    {
        PartialRoom room = Keep(new PartialRoom(T, await PeerAsync(), await UserAsync(), "10"));
        room.Room.Add(EventDraft.State("m.room.topic", "", room.Founder, new JsonObject { ["topic"] = "A topic" }), room.Peer.Signing);
        room.Peer.On("send_join").Lie((_, answer) =>
        {
            JsonArray state = answer["state"]!.AsArray();
            state.Remove(state.First(made => made!["type"]!.ToString() == "m.room.topic"));
        });
        await room.JoinAsync();

        ClientAnswer before = await room.User.RoomAsync(room.Room.RoomId, "state/m.room.topic/");
        await room.WholeAsync();
        ClientAnswer after = await room.User.RoomAsync(room.Room.RoomId, "state/m.room.topic/");

        before.Status.ShouldBe(404);
        after.Object["topic"]?.ToString().ShouldBe("A topic", after.ToString());
    }

    [Fact]
    [Scenario("PX-S23", "PJ-3")]
    public async Task TwoRooms_AreWholeEachByItself()
    {
        PartialRoom first = await JoinedAsync();
        PartialRoom second = await JoinedAsync();

        await second.WholeAsync();

        await first.AskedAsync();
        Task<ClientAnswer> held = first.User.RoomAsync(first.Room.RoomId, "members");
        (await second.User.RoomAsync(second.Room.RoomId, "members")).IsOk.ShouldBeTrue();
        held.IsCompleted.ShouldBeFalse();
        first.Gate.Release();
        (await held).IsOk.ShouldBeTrue();
    }

    [Fact]
    [Scenario("PX-S52")]
    public async Task JoinWhoseAnswerIsLost_WorksTheSecondTime()
    {
        PartialRoom room = Keep(new PartialRoom(T, await PeerAsync(), await UserAsync(), "10"));
        Behaviour lost = room.Peer.On("send_join").Rewrite((_, _) => PeerAnswer.Error(500, "M_UNKNOWN", "Lost."));
        await room.JoinAsync(mustSucceed: false);
        int first = room.Joined.Status;
        lost.Remove();
        await room.Peer.GreetAsync(T.ServerName);

        await ClientUser.UntilAsync(() => room.User.JoinAsync(room.Room.RoomId, room.Peer.Name), answer => answer.IsOk, "the second join");
        room.Gate.Release();
        ClientAnswer members = await room.User.RoomAsync(room.Room.RoomId, "joined_members");

        first.ShouldBeInRange(400, 599);
        members.Object["joined"]!.AsObject().Select(pair => pair.Key).ShouldBe([room.User.Id, room.Founder, room.Plain], ignoreOrder: true);
    }

    [Fact]
    [Scenario("PX-S62")]
    public async Task SameTransaction_Twice_ShowsItsEventOnce()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Lazy();
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");
        RoomEvent said = room.Room.Add(EventDraft.Message(room.Plain, "once"), room.Peer.Signing);
        RoomEvent sentinel = room.Room.Add(EventDraft.Message(room.Plain, "sentinel"), room.Peer.Signing);

        foreach (string transaction in (string[])["same", "same", "other"])
        {
            (await room.Peer.SendAsync(T.ServerName, [said.Json], transaction: transaction)).IsOk.ShouldBeTrue();
        }

        await SendAsync(room.Peer, [sentinel.Json]);
        int seen = 0;
        await line.UntilAsync(
            answer =>
            {
                string[] ids = [.. SyncLine.EventsOf(answer, room.Room.RoomId).Select(made => made["event_id"]!.ToString())];
                seen += ids.Count(id => id == said.Id);
                return ids.Contains(sentinel.Id);
            },
            "the sentinel");

        seen.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(3_650)]
    [Scenario("PX-S57")]
    public async Task ClockOfTheResident_DoesNotMatter(int days)
    {
        FederationPeer peer = await PeerAsync();
        await peer.GreetAsync(T.ServerName);
        peer.Clock.Offset = TimeSpan.FromDays(days);
        peer.Keys.Validity = TimeSpan.FromDays(Math.Abs(days) + 1);
        PartialRoom room = Keep(new PartialRoom(T, peer, await UserAsync(), "10"));

        await room.JoinAsync();
        string said = await room.User.SayAsync(room.Room.RoomId, "hello");
        await room.ReceivedAsync(pdu => pdu.Id == said, "the message");
        await room.WholeAsync();
    }

    private static void Share(PartialRoom room, FederationPeer second)
    {
        room.Room.Add(EventDraft.Member(second.Users.IdOf("x"), "join"), second.Signing);
        second.Take(room.Room);
    }

    /// <summary>Changes the user's device, and waits until servers were told.</summary>
    private static async Task RenameAsync(PartialRoom room, string name, params FederationPeer[] told)
    {
        int[] from = [.. told.Select(peer => peer.Edus.Count)];
        (await room.User.CallAsync("PUT", $"devices/{room.User.Device}", new JsonObject { ["display_name"] = name })).IsOk.ShouldBeTrue();
        for (int i = 0; i < told.Length; i++)
        {
            await told[i].Edus.WaitAsync(
                edu => edu.Type == "m.device_list_update" && edu.Content["device_id"]?.ToString() == room.User.Device, Bound, $"the update to \"{name}\" at {told[i].Name}", from[i]);
        }
    }

    private static IEnumerable<string> Changed(JsonObject answer) => (answer["device_lists"]?["changed"] as JsonArray ?? []).Select(user => user!.ToString());
}
