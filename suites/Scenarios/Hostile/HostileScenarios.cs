using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Control;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.PartialJoin.Joining;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Hostile;

/// <summary>
/// A resident that answers a join with one fault. The target must fail the join as a whole, or drop what is at fault; it must stay up and never be half in the room:
/// if the client was told no, the room isn't in its sync.
/// </summary>
public sealed class HostileScenarios(Stage stage) : JoiningTest(stage)
{
    private static readonly string[] Dead = ["dead.invalid"];

    public static TheoryData<string> Fatal => ["no create", "create of unknown version", "no servers", "other room", "garbage", "html", "cut", "wrong length"];

    public static TheoryData<string> Dropped => ["no signature", "forged", "unknown key", "wrong hash"];

    [Theory]
    [MemberData(nameof(Fatal))]
    [Scenario("PR-S36")]
    [Scenario("PX-S03")]
    [Scenario("PX-S30")]
    public async Task FatalAnswer_FailsTheJoin_AndLeavesNothingBehind(string fault)
    {
        PartialRoom room = await PreparedAsync();
        Behaviour behaviour = room.Peer.On("send_join");
        switch (fault)
        {
            case "no create":
                behaviour.Lie((_, answer) => Remove(answer["state"]!.AsArray(), "m.room.create"));
                break;
            case "create of unknown version":
                behaviour.Lie((_, answer) => Find(answer, "m.room.create")["content"]!["room_version"] = "no.such.version");
                break;
            case "no servers":
                behaviour.Lie((_, answer) => answer.Remove("servers_in_room"));
                break;
            case "other room":
                PeerRoom other = room.Peer.Found(room.Version, room.Founder);
                behaviour.Lie((_, answer) => answer["state"] = new JsonArray([.. other.Current.Events.Select(made => made.Json.DeepClone())]));
                break;
            case "garbage":
                behaviour.Answer(_ => PeerAnswer.Raw("{\"state\": ["));
                break;
            case "html":
                behaviour.Answer(_ => PeerAnswer.Raw("<html></html>") with { ContentType = "text/html" });
                break;
            case "cut":
                behaviour.Deliver(new Delivery { CutAfter = 500 });
                break;
            default:
                behaviour.Deliver(new Delivery { ClaimedLength = 10_000_000 });
                break;
        }

        await room.JoinAsync(mustSucceed: false);

        room.Joined.Status.ShouldBeInRange(400, 599, room.Joined.ToString());
        await AssertAliveAsync(room);
        SyncLine line = room.Lazy();
        SyncLine.Shows(await line.NextAsync(), room.Room.RoomId).ShouldBeFalse("the room is in the sync though the join failed");
    }

    [Theory]
    [MemberData(nameof(Dropped))]
    [Scenario("PR-S35", "PS-9")]
    public async Task BadMember_IsDroppedAlone(string fault)
    {
        PartialRoom room = await PreparedAsync();
        string victim = room.Peer.Users.IdOf("victim");
        RoomEvent made = room.Room.Add(EventDraft.Member(victim, "join"), room.Peer.Signing);
        room.Peer.On("send_join").Lie((_, answer) =>
        {
            // With a whole answer nothing is asked for again that would bring the good copy.
            answer.Remove("members_omitted");
            answer.Remove("servers_in_room");
            Spoil(Whole(answer, room), made, room.Peer, fault);
        });

        await room.JoinAsync();
        ClientAnswer members = await room.User.RoomAsync(room.Room.RoomId, "joined_members");

        members.IsOk.ShouldBeTrue(members.ToString());
        members.Object["joined"]!.AsObject().ContainsKey(room.Plain).ShouldBeTrue();
        if (fault != "wrong hash")
        {
            members.Object["joined"]!.AsObject().ContainsKey(victim).ShouldBeFalse();
        }

        await AssertAliveAsync(room);
    }

    [Theory]
    [InlineData("other state key")]
    [InlineData("other sender")]
    [InlineData("other room")]
    [InlineData("other type")]
    [InlineData("other membership")]
    [Scenario("PX-S51")]
    public async Task HostileTemplate_IsNeverSigned(string fault)
    {
        PartialRoom room = await PreparedAsync();
        room.Peer.On("make_join").Lie((_, answer) =>
        {
            JsonObject template = answer["event"]!.AsObject();
            switch (fault)
            {
                case "other state key":
                    template["state_key"] = room.Plain;
                    break;
                case "other sender":
                    template["sender"] = room.Founder;
                    break;
                case "other room":
                    template["room_id"] = "!other:" + room.Peer.Name;
                    break;
                case "other type":
                    template["type"] = "m.room.power_levels";
                    template["state_key"] = "";
                    break;
                default:
                    template["content"]!["membership"] = "leave";
                    break;
            }
        });

        await room.JoinAsync(mustSucceed: false);

        foreach (PeerRequest sent in room.Peer.Requests.All.Where(request => request.Endpoint == "send_join"))
        {
            sent.Object["type"]!.ToString().ShouldBe("m.room.member");
            sent.Object["sender"]!.ToString().ShouldBe(room.User.Id);
            sent.Object["state_key"]!.ToString().ShouldBe(room.User.Id);
            sent.Object["room_id"]!.ToString().ShouldBe(room.Room.RoomId);
            sent.Object["content"]!["membership"]!.ToString().ShouldBe("join");
        }

        await AssertAliveAsync(room);
    }

    [Fact]
    [Scenario("PX-S04", "PS-2")]
    public async Task WholeAnswer_ThoughAskedForLess_MakesTheRoomWholeAtOnce()
    {
        PartialRoom room = await PreparedAsync();
        room.Peer.On("send_join").Lie((_, answer) =>
        {
            answer.Remove("members_omitted");
            answer.Remove("servers_in_room");
            Whole(answer, room);
        });

        await room.JoinAsync();
        ClientAnswer members = await room.User.RoomAsync(room.Room.RoomId, "joined_members");

        members.Object["joined"]!.AsObject().Select(pair => pair.Key).ShouldBe([room.User.Id, room.Founder, room.Plain], ignoreOrder: true);
        SyncLine.Shows(await room.Plainly().NextAsync(), room.Room.RoomId).ShouldBeTrue();
        room.Peer.Requests.All.ShouldNotContain(request => request.Endpoint == "state" || request.Endpoint == "state_ids");
    }

    [Fact]
    [Scenario("PX-S05", "PS-3")]
    public async Task AnswerThatLeavesNothingOut_ThoughItSaysSo_BecomesWhole()
    {
        PartialRoom room = await PreparedAsync();
        room.Peer.On("send_join").Lie((_, answer) => Whole(answer, room));

        await room.JoinAsync();
        room.Gate.Release();
        ClientAnswer members = await room.User.RoomAsync(room.Room.RoomId, "joined_members");

        members.Object["joined"]!.AsObject().Select(pair => pair.Key).ShouldBe([room.User.Id, room.Founder, room.Plain], ignoreOrder: true);
    }

    [Fact]
    [Scenario("PX-S02", "PJ-5")]
    public async Task DeadServerInTheList_DelaysNothing()
    {
        PartialRoom room = await PreparedAsync();
        room.Peer.On("send_join").Lie((_, answer) => answer["servers_in_room"] = new JsonArray([room.Peer.Name, .. Dead]));

        await room.JoinAsync();
        string said = await room.User.SayAsync(room.Room.RoomId, "hello");

        (await room.ReceivedAsync(pdu => pdu.Id == said, "the message")).Problem.ShouldBeNull();
        await room.WholeAsync();
    }

    [Fact]
    [Scenario("PX-S32", "PS-7")]
    public async Task EventInStateAndChain_IsHarmless()
    {
        PartialRoom room = await PreparedAsync();
        room.Peer.On("send_join").Lie((_, answer) =>
        {
            foreach (JsonNode? made in answer["state"]!.AsArray())
            {
                answer["auth_chain"]!.AsArray().Add(made!.DeepClone());
            }
        });

        await room.JoinAsync();

        await room.WholeAsync();
    }

    [Fact]
    [Scenario("PX-S54")]
    public async Task ForeignCertificate_IsNotSpokenTo()
    {
        PartialRoom room = await PreparedAsync();
        using var foreign = Suites.Harness.Certificates.CertificateAuthority.Create(TimeProvider.System, "Another authority");
        string host = Suites.Peer.Identity.ServerName.HostOf(room.Peer.Name);
        room.Peer.Listener.Show(host, foreign.Issue(host));

        await room.JoinAsync(mustSucceed: false);

        room.Joined.Status.ShouldBeInRange(400, 599, room.Joined.ToString());
        room.Peer.Requests.All.ShouldNotContain(request => request.Origin == T.ServerName);
        await AssertAliveAsync(room);
    }

    [Theory]
    [InlineData("50 MB")]
    [InlineData("slow")]
    [Scenario("PX-S28")]
    [Scenario("PX-S29")]
    public async Task EndlessAnswers_DoNotTakeTheServerDown(string how)
    {
        PartialRoom room = await PreparedAsync();
        string filler = new('x', 1 << 16);
        room.Peer.On("make_join")
            .Answer(_ => PeerAnswer.Raw($"{{\"filler\": \"{filler}"))
            .Deliver(how == "slow" ? new Delivery { BytesPerSecond = 10 } : new Delivery { RepeatUpTo = 50L << 20 });

        Task joining = room.JoinAsync(mustSucceed: false);
        await AssertAliveAsync(room);
        room.Peer.BeTrue();
        await joining;

        room.Joined.Status.ShouldBeInRange(400, 599, room.Joined.ToString());
        await AssertAliveAsync(room);
    }

    private static JsonArray Whole(JsonObject answer, PartialRoom room)
    {
        RoomState before = room.Room.Before(room.Room.Events[^1])!;
        JsonArray state = [.. before.Events.Select(made => made.Json.DeepClone())];
        answer["state"] = state;
        answer["auth_chain"] = new JsonArray([.. room.Room.AuthChain([.. before.Events, room.Room.Events[^1]]).Select(made => made.Json.DeepClone())]);
        return state;
    }

    private static void Spoil(JsonArray state, RoomEvent made, FederationPeer peer, string fault)
    {
        JsonObject? victim = state.OfType<JsonObject>().FirstOrDefault(found => found["state_key"]?.ToString() == made.Json["state_key"]!.ToString());
        if (victim is null)
        {
            return;
        }

        JsonObject own = victim["signatures"]![peer.Name]!.AsObject();
        string signature = own[peer.Keys.Current.Id]!.ToString();
        switch (fault)
        {
            case "no signature":
                own.Clear();
                break;
            case "forged":
                own[peer.Keys.Current.Id] = (signature[0] == 'A' ? 'B' : 'A') + signature[1..];
                break;
            case "unknown key":
                own.Clear();
                own["ed25519:unknown"] = signature;
                break;
            default:
                victim["content"]!["displayname"] = "changed";
                break;
        }
    }

    private static void Remove(JsonArray events, string type)
    {
        foreach (JsonNode made in events.Where(made => made!["type"]!.ToString() == type).OfType<JsonNode>().ToArray())
        {
            events.Remove(made);
        }
    }

    private static JsonObject Find(JsonObject answer, string type) => answer["state"]!.AsArray().Select(made => made!.AsObject()).First(made => made["type"]!.ToString() == type);

    private static async Task AssertAliveAsync(PartialRoom room)
    {
        string own = await room.User.CreateRoomAsync();
        (await room.User.SayAsync(own, "alive")).ShouldStartWith("$");
    }

    private async Task<PartialRoom> PreparedAsync() => Keep(new PartialRoom(T, await PeerAsync(), await UserAsync(), "10"));
}
