using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Joining;

/// <summary>Joins, leaves, aliases and names while the state is partial, and what other servers are refused meanwhile.</summary>
public sealed class MembershipScenarios(Stage stage) : JoiningTest(stage)
{
    private static readonly string[] Refusals = ["M_NOT_FOUND", "M_UNABLE_DUE_TO_PARTIAL_STATE", "ORG.MATRIX.MSC3895_UNABLE_DUE_TO_PARTIAL_STATE", "M_FORBIDDEN"];

    [Fact]
    [Scenario("PJ-S27", "PJ-2")]
    [Scenario("PJ-S28", "PJ-2")]
    public async Task JoinThroughTheTarget_IsRefused()
    {
        PartialRoom room = await JoinedAsync();
        FederationPeer other = await PeerAsync();
        string user = other.Users.IdOf("x");
        PeerRoom own = room.Room;
        RoomEvent join = own.Build(EventDraft.Member(user, "join"), other.Signing);

        JoinResult made = await other.JoinAsync(own.RoomId, user, T.ServerName);
        FederationAnswer sent = await other.Client.PutAsync(T.ServerName, $"/_matrix/federation/v2/send_join/{Escape(own.RoomId)}/{Escape(join.Id)}", join.Json);

        AssertNotNow(made.Template);
        AssertNotNow(sent);
        own.Current.MembershipOf(user).ShouldBe("leave");
    }

    [Fact]
    [Scenario("PJ-S30", "PJ-2")]
    [Scenario("PJ-S31", "PJ-2")]
    public async Task KnockThroughTheTarget_IsRefused()
    {
        PartialRoom room = await JoinedAsync();
        FederationPeer other = await PeerAsync();
        string user = other.Users.IdOf("x");
        RoomEvent knock = room.Room.Build(EventDraft.Member(user, "knock"), other.Signing);

        JoinResult made = await other.KnockAsync(room.Room.RoomId, user, T.ServerName);
        FederationAnswer sent = await other.Client.PutAsync(T.ServerName, $"/_matrix/federation/v1/send_knock/{Escape(room.Room.RoomId)}/{Escape(knock.Id)}", knock.Json);

        AssertNotNow(made.Template);
        AssertNotNow(sent);
    }

    [Fact]
    [Scenario("PJ-S49", "PJ-10")]
    [Scenario("PJ-S50", "PJ-10")]
    public async Task Alias_IsMadeReadAndTakenAway()
    {
        PartialRoom room = await JoinedAsync();
        string path = $"directory/room/{Escape($"#alias-{room.Peer.Clock.Milliseconds}:{T.ServerName}")}";

        ClientAnswer made = await room.User.CallAsync("PUT", path, new JsonObject { ["room_id"] = room.Room.RoomId });
        ClientAnswer read = await room.User.CallAsync("GET", path);
        ClientAnswer gone = await room.User.CallAsync("DELETE", path);

        made.IsOk.ShouldBeTrue(made.ToString());
        read.Object["room_id"]!.ToString().ShouldBe(room.Room.RoomId);
        read.Object["servers"]!.AsArray().Select(server => server!.ToString()).ShouldBe([T.ServerName, room.Peer.Name], ignoreOrder: true);
        gone.IsOk.ShouldBeTrue(gone.ToString());
        room.Gate.IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("PJ-S51", "PJ-10")]
    public async Task SecondUser_JoinsAtOnce(string version)
    {
        PartialRoom room = await JoinedAsync(version);
        ClientUser second = await UserAsync("v");

        ClientAnswer joined = await second.JoinAsync(room.Room.RoomId, room.Peer.Name);

        joined.IsOk.ShouldBeTrue(joined.ToString());
        await room.Lazy().UntilAsync(answer => PartialRoom.MembersIn(answer, room.Room.RoomId).Contains(second.Id), "the second join in the first user's sync");
        await second.Sync(isLazy: true).UntilAsync(answer => PartialRoom.MembersIn(answer, room.Room.RoomId).Contains(second.Id), "the second join in the second user's sync");
        room.Gate.IsOpen.ShouldBeFalse();
    }

    [Fact]
    [Scenario("PJ-S52", "PJ-10", "PJ-5")]
    public async Task DisplayName_IsChangedAndSent()
    {
        PartialRoom room = await JoinedAsync();

        ClientAnswer set = await room.User.CallAsync("PUT", $"profile/{Escape(room.User.Id)}/displayname", new JsonObject { ["displayname"] = "Another name" });

        set.IsOk.ShouldBeTrue(set.ToString());
        await room.ReceivedAsync(pdu => pdu.Pdu["content"]?["displayname"]?.ToString() == "Another name", "the member event with the name");
        room.Gate.IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("PJ-S53", "PJ-10")]
    [Scenario("PJ-S54", "PJ-10")]
    public async Task Leave_NeedsNoWholeState(string version)
    {
        PartialRoom room = await JoinedAsync(version);
        SyncLine line = room.Lazy();
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        ClientAnswer left = await room.User.LeaveAsync(room.Room.RoomId);

        left.IsOk.ShouldBeTrue(left.ToString());
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId, "leave"), "the leave");
        await room.ReceivedAsync(pdu => pdu.Pdu["state_key"]?.ToString() == room.User.Id && pdu.Pdu["content"]?["membership"]?.ToString() == "leave", "the leave");
        room.Gate.IsOpen.ShouldBeFalse();
    }

    [Fact]
    [Scenario("PJ-S55", "PJ-10")]
    public async Task FirstUserLeaves_WhileTheSecondStays()
    {
        PartialRoom room = await JoinedAsync();
        ClientUser second = await UserAsync("v");
        (await second.JoinAsync(room.Room.RoomId, room.Peer.Name)).IsOk.ShouldBeTrue();
        SyncLine line = second.Sync(isLazy: true);
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        (await room.User.LeaveAsync(room.Room.RoomId)).IsOk.ShouldBeTrue();

        await line.UntilEventAsync(
            room.Room.RoomId, made => made["state_key"]?.ToString() == room.User.Id && made["content"]?["membership"]?.ToString() == "leave", "the leave in the second user's sync");
        room.Gate.Release();
        (await second.RoomAsync(room.Room.RoomId, "members")).IsOk.ShouldBeTrue();
    }

    [Fact]
    [Scenario("PJ-S56", "PJ-10")]
    public async Task UserLeaves_AndJoinsAgain()
    {
        PartialRoom room = await JoinedAsync();
        (await room.User.LeaveAsync(room.Room.RoomId)).IsOk.ShouldBeTrue();

        ClientAnswer joined = await room.User.JoinAsync(room.Room.RoomId, room.Peer.Name);

        joined.IsOk.ShouldBeTrue(joined.ToString());
        await room.Lazy().UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");
        room.Gate.IsOpen.ShouldBeFalse();
        await room.WholeAsync();
    }

    [Fact]
    [Scenario("PJ-S57", "PJ-10")]
    public async Task FirstUserLeaves_AndAnotherJoins()
    {
        PartialRoom room = await JoinedAsync();
        ClientUser second = await UserAsync("v");
        (await room.User.LeaveAsync(room.Room.RoomId)).IsOk.ShouldBeTrue();

        ClientAnswer joined = await second.JoinAsync(room.Room.RoomId, room.Peer.Name);

        joined.IsOk.ShouldBeTrue(joined.ToString());
        await second.Sync(isLazy: true).UntilAsync(answer => PartialRoom.MembersIn(answer, room.Room.RoomId).Contains(second.Id), "the second user's join");
        room.Gate.Release();
        (await second.RoomAsync(room.Room.RoomId, "members")).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("ban")]
    [Scenario("PJ-S58", "PJ-10")]
    [Scenario("PJ-S59", "PJ-10")]
    public async Task UserWhoIsPutOut_SeesItWhileTheStateIsPartial(string membership)
    {
        PartialRoom room = await JoinedAsync();
        await room.AskedAsync();
        SyncLine line = room.Lazy();
        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId), "the room");

        await room.SayAsync(EventDraft.Member(room.User.Id, membership, room.Founder));

        await line.UntilAsync(answer => SyncLine.Shows(answer, room.Room.RoomId, "leave"), "the leave");
        if (membership == "ban")
        {
            ClientAnswer again = await room.User.JoinAsync(room.Room.RoomId, room.Peer.Name);
            again.Status.ShouldBe(403, again.ToString());
        }
    }

    private static void AssertNotNow(FederationAnswer answer)
    {
        answer.Status.ShouldBeInRange(400, 499, answer.ToString());
        Refusals.ShouldContain(answer.ErrorCode, answer.ToString());
    }
}
