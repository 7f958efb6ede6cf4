using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Users;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Joining;

/// <summary>What clients see of a room while its state is partial.</summary>
public sealed class SyncScenarios(Stage stage) : JoiningTest(stage)
{
    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("PJ-S01", "PJ-4")]
    public async Task PlainFirstSync_LeavesTheRoomOut_UntilItIsWhole(string version)
    {
        PartialRoom room = await JoinedAsync(version);
        await room.Lazy().UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        JsonObject before = await room.Plainly().NextAsync();
        string said = await room.User.SayAsync(room.Room.RoomId, "hello");
        await room.ReceivedAsync(pdu => pdu.Id == said, "the message");
        JsonObject still = await room.Plainly().NextAsync();
        await room.WholeAsync();
        JsonObject after = await room.Plainly().UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        SyncLine.Shows(before, room.Room.RoomId).ShouldBeFalse();
        SyncLine.Shows(still, room.Room.RoomId).ShouldBeFalse();
        PartialRoom.MembersIn(after, room.Room.RoomId).ShouldContain(room.Plain);
        PartialRoom.MembersIn(after, room.Room.RoomId).ShouldContain(room.Founder);
    }

    [Fact]
    [Scenario("PJ-S03", "PJ-4")]
    public async Task LongPoll_Wakes_WhenTheRoomIsWhole()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Plainly();
        await line.NextAsync();
        await room.AskedAsync();

        Task<JsonObject> waiting = line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");
        bool early = waiting.IsCompleted;
        room.Gate.Release();
        JsonObject shown = await waiting;

        early.ShouldBeFalse();
        PartialRoom.MembersIn(shown, room.Room.RoomId).ShouldContain(room.Plain);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("PJ-S04", "PJ-4")]
    public async Task LazySync_ShowsTheRoomAtOnce(string version)
    {
        PartialRoom room = await JoinedAsync(version);

        JsonObject answer = await room.Lazy().UntilAsync(found => SyncLine.Shows(found, room.Room.RoomId), "the room");

        PartialRoom.MembersIn(answer, room.Room.RoomId).ShouldContain(room.User.Id);
        room.Gate.IsOpen.ShouldBeFalse();
    }

    [Fact]
    [Scenario("PJ-S06", "PJ-6")]
    public async Task Typing_IsShown_AndHoldsNoEventsBack()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Lazy();
        await line.NextAsync();

        await SendAsync(room.Peer, [], [UserDirectory.Typing(room.Room.RoomId, room.Plain, true)]);
        RoomEvent said = await room.SayAsync(EventDraft.Message(room.Founder, "hello"));

        bool typing = false;
        bool message = false;
        await line.UntilAsync(
            answer =>
            {
                typing |= SyncLine.EphemeralOf(answer, room.Room.RoomId).Any(edu => edu["type"]?.ToString() == "m.typing" && edu["content"]!["user_ids"]!.AsArray().Any(user => user!.ToString() == room.Plain));
                message |= SyncLine.EventsOf(answer, room.Room.RoomId).Any(made => made["event_id"]?.ToString() == said.Id);
                return typing && message;
            },
            "typing and the message");
    }

    [Fact]
    [Scenario("PJ-S08", "PJ-6")]
    public async Task MessageToADevice_ComesOnce()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Lazy();
        JsonObject edu = UserDirectory.ToDevice(room.Plain, room.User.Id, "*", "test.type", $"id{room.Peer.Clock.Milliseconds}", new JsonObject { ["x"] = 1 });

        await SendAsync(room.Peer, [], [edu]);
        await SendAsync(room.Peer, [], [edu]);

        JsonObject answer = await line.UntilAsync(found => ToDevice(found).Any(), "the message");
        ToDevice(answer).Count().ShouldBe(1);
    }

    [Fact]
    [Scenario("PJ-S09", "PJ-6")]
    public async Task Receipt_IsShown()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Lazy();
        string at = room.Room.Extremities[0].Id;

        await SendAsync(room.Peer, [], [room.Peer.Users.Receipt(room.Room.RoomId, room.Plain, at, 1_436_451_550_453)]);

        await line.UntilAsync(
            answer => SyncLine.EphemeralOf(answer, room.Room.RoomId).Any(edu => edu["content"]?[at]?["m.read"]?[room.Plain]?["ts"]?.GetValue<long>() == 1_436_451_550_453), "the receipt");
    }

    [Fact]
    [Scenario("PJ-S16", "PJ-4")]
    public async Task SenderOfAMessage_IsShownAsAMember_InTheFirstLazySync()
    {
        PartialRoom room = await JoinedAsync();
        RoomEvent said = await room.SayAsync(EventDraft.Message(room.Plain, "hello"));
        await ClientUser.UntilAsync(() => room.User.EventAsync(room.Room.RoomId, said.Id), answer => answer.IsOk, "the message");

        JsonObject first = await room.Lazy().NextAsync();

        PartialRoom.MembersIn(first, room.Room.RoomId).ShouldContain(room.Plain);
        room.Gate.IsOpen.ShouldBeFalse();
    }

    [Fact]
    [Scenario("PJ-S18", "PJ-4")]
    public async Task SenderOfAMessage_IsShownAsAMember_InALaterLazySync()
    {
        PartialRoom room = await JoinedAsync();
        SyncLine line = room.Lazy();
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        RoomEvent said = await room.SayAsync(EventDraft.Message(room.Plain, "hello"));

        JsonObject answer = await line.UntilEventAsync(room.Room.RoomId, made => made["event_id"]?.ToString() == said.Id, "the message");
        PartialRoom.MembersIn(answer, room.Room.RoomId).ShouldContain(room.Plain);
    }

    [Theory]
    [InlineData("members", "6")]
    [InlineData("members", "10")]
    [InlineData("members", "12")]
    [InlineData("joined_members", "10")]
    [InlineData("state", "10")]
    [Scenario("PJ-S19", "PJ-3")]
    [Scenario("PJ-S29", "PJ-3")]
    public async Task CallThatNeedsAllMembers_WaitsForThem(string call, string version)
    {
        PartialRoom room = await JoinedAsync(version);

        ClientAnswer answer = await room.HeldAsync(call);

        answer.IsOk.ShouldBeTrue(answer.ToString());
        string text = answer.Json!.ToJsonString();
        foreach (string member in (string[])[room.User.Id, room.Founder, room.Plain])
        {
            text.ShouldContain(member);
        }
    }

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("PJ-S05", "PJ-5")]
    public async Task Message_IsSentAtOnce(string version)
    {
        PartialRoom room = await JoinedAsync(version);

        string said = await room.User.SayAsync(room.Room.RoomId, "hello");

        (await room.ReceivedAsync(pdu => pdu.Id == said, "the message")).Problem.ShouldBeNull();
        room.Gate.IsOpen.ShouldBeFalse();
        await room.WholeAsync();
        await AssertConformantAsync(version);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("PJ-S12", "PJ-1", "PJ-8")]
    public async Task EventOfAMemberNotYetSeen_IsAccepted(string version)
    {
        PartialRoom room = await JoinedAsync(version);
        await room.AskedAsync();

        RoomEvent said = await room.SayAsync(EventDraft.Message(room.Plain, "hello"));

        await room.DuringResyncAsync(said);
    }

    [Fact]
    [Scenario("PJ-S13", "PJ-1", "PJ-8")]
    public async Task EventWithAMissingParent_IsAccepted()
    {
        PartialRoom room = await JoinedAsync();
        await room.AskedAsync();
        room.Room.Add(EventDraft.Message(room.Plain, "A"), room.Peer.Signing);

        RoomEvent said = await room.SayAsync(EventDraft.Message(room.Plain, "B"));

        await room.DuringResyncAsync(said);
        room.Peer.Requests.All.Single(request => request.Endpoint == "get_missing_events").Object["latest_events"]!.AsArray().Select(id => id!.ToString()).ShouldBe([said.Id]);
    }

    [Fact]
    [Scenario("PJ-S24", "PJ-1", "PJ-8")]
    public async Task RejectedEvent_StaysRejected()
    {
        PartialRoom room = await JoinedAsync();
        await room.AskedAsync();
        RoomEvent bad = room.Room.Add(EventDraft.State("m.room.topic", "", room.Plain, new JsonObject { ["topic"] = "mine" }), room.Peer.Signing);
        RoomEvent sentinel = room.Room.Add(EventDraft.Message(room.Founder, "sentinel") with { Prev = [bad] }, room.Peer.Signing);

        await SendAsync(room.Peer, [bad.Json, sentinel.Json]);
        await ClientUser.UntilAsync(() => room.User.EventAsync(room.Room.RoomId, sentinel.Id), answer => answer.IsOk, "the sentinel");
        ClientAnswer before = await room.User.EventAsync(room.Room.RoomId, bad.Id);
        await room.WholeAsync();
        ClientAnswer after = await room.User.EventAsync(room.Room.RoomId, bad.Id);

        before.Status.ShouldBe(404);
        after.Status.ShouldBe(404);
        (await room.User.RoomAsync(room.Room.RoomId, "state/m.room.topic/")).Status.ShouldBe(404);
    }

    private static IEnumerable<JsonNode?> ToDevice(JsonObject answer) => (answer["to_device"]?["events"] as JsonArray ?? []).Where(made => made?["type"]?.ToString() == "test.type");
}
