using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Resident;

/// <summary>What the target answers to joins, whole and with members left out (MSC3706, MSC3943).</summary>
public sealed class PartialAnswerScenarios(Stage stage) : ResidentTest(stage)
{
    private static readonly string[] Unnamed = ["m.room.create ", "m.room.power_levels ", "m.room.join_rules ", "m.room.history_visibility ", "m.room.guest_access "];

    [Fact]
    [Scenario("PR-S01", "PS-3", "PS-4", "PS-5", "PS-8")]
    public async Task NamelessRoom_KeepsItsHeroes()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser first = await UserAsync();
        ClientUser second = await UserAsync("v");
        string roomId = await first.CreateRoomAsync("10");
        (await second.JoinAsync(roomId)).IsOk.ShouldBeTrue();

        JsonObject answer = BodyOf(await JoinAsync(peer, roomId, Partly));

        if (IsPartial(answer))
        {
            Places(EventsIn(answer, "state")).ShouldBeSubsetOf([.. Unnamed, $"m.room.member {first.Id}", $"m.room.member {second.Id}"]);
            Members(answer).ShouldBe([first.Id, second.Id], ignoreOrder: true);
            ServersIn(answer).ShouldBe([T.ServerName]);
        }

        await AssertConformantAsync("10");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    [Scenario("PR-S02", "PS-4", "PS-6")]
    public async Task NamedRoom_KeepsNoMembers(string version)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync(version, new JsonObject { ["preset"] = "public_chat", ["name"] = "A name" });
        (await (await UserAsync("v")).JoinAsync(roomId)).IsOk.ShouldBeTrue();

        JsonObject answer = BodyOf(await JoinAsync(peer, roomId, Partly));

        IsPartial(answer).ShouldBeTrue("the target left no members out");
        Members(answer).ShouldBeEmpty();
        await AssertConformantAsync(version);
    }

    [Fact]
    [Scenario("PR-S03", "PS-5")]
    public async Task RoomWithAnAliasAlone_KeepsNoMembers()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "public_chat", ["room_alias_name"] = $"alias-{peer.Clock.Milliseconds}" });

        JsonObject answer = BodyOf(await JoinAsync(peer, roomId, Partly));

        IsPartial(answer).ShouldBeTrue("the target left no members out");
        Members(answer).ShouldBeEmpty();
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("PR-S04", "PS-5")]
    public async Task NamelessRoomOfTwelve_KeepsFiveAtMost()
    {
        FederationPeer peer = await PeerAsync();
        FederationPeer other = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        for (int i = 0; i < 11; i++)
        {
            BodyOf(await JoinAsync(other, roomId, name: $"m{i}"));
        }

        JsonObject answer = BodyOf(await JoinAsync(peer, roomId, Partly));

        IsPartial(answer).ShouldBeTrue("the target left no members out");
        Members(answer).Count().ShouldBeInRange(1, 5);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("PR-S05", "PS-5")]
    public async Task NamelessRoom_OfWhichMostHaveLeft_KeepsThoseThatAreThereFirst()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser founder = await UserAsync();
        string roomId = await founder.CreateRoomAsync("10");
        ClientUser gone = await UserAsync("g");
        ClientUser banned = await UserAsync("b");
        await gone.JoinAsync(roomId);
        await banned.JoinAsync(roomId);
        await gone.LeaveAsync(roomId);
        await founder.ActAsync(roomId, "ban", banned.Id);

        JsonObject answer = BodyOf(await JoinAsync(peer, roomId, Partly));

        Members(answer).ShouldContain(founder.Id);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("PR-S06", "PS-6", "PS-7")]
    public async Task SupersededState_LeavesNothingMissingAndNothingTwice()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "public_chat", ["name"] = "A name" });
        foreach (string name in (string[])["one", "two"])
        {
            await user.CallAsync("PUT", $"profile/{Escape(user.Id)}/displayname", new JsonObject { ["displayname"] = name });
            await user.SetAsync(roomId, "m.room.join_rules", new JsonObject { ["join_rule"] = name == "one" ? "invite" : "public" });
            JsonObject levels = (await user.RoomAsync(roomId, "state/m.room.power_levels/")).Object;
            levels["invite"] = name == "one" ? 10 : 20;
            (await user.SetAsync(roomId, "m.room.power_levels", (JsonObject)levels.DeepClone())).IsOk.ShouldBeTrue();
        }

        JoinResult joined = await JoinAsync(peer, roomId, Partly);

        JsonObject answer = BodyOf(joined);
        PeerRoom room = joined.Room!;
        string[] state = [.. EventsIn(answer, "state").Select(pdu => room.Read(pdu).Id)];
        string[] chain = [.. EventsIn(answer, "auth_chain").Select(pdu => room.Read(pdu).Id)];
        IEnumerable<string> needed = room.AuthChain([.. state.Select(room.Find).OfType<RoomEvent>(), joined.Event!]).Select(made => made.Id);
        state.ShouldBeUnique();
        chain.ShouldBeUnique();
        needed.Except(state).Except(chain).ShouldBeEmpty("the chain is closed");
        chain.Except(needed).Except(state).ShouldBeEmpty("the chain has nothing that isn't reached");
        await AssertConformantAsync("10");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    [Scenario("PR-S07", "PS-1")]
    public async Task WithoutTheParameter_TheAnswerIsWhole(string? value)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        ClientUser second = await UserAsync("v");
        string roomId = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "public_chat", ["name"] = "A name" });
        (await second.JoinAsync(roomId)).IsOk.ShouldBeTrue();

        JsonObject answer = BodyOf(await JoinAsync(peer, roomId, new JoinOptions { OmitMembers = value }));

        IsPartial(answer).ShouldBeFalse();
        Members(answer).ShouldBe([user.Id, second.Id], ignoreOrder: true);
        await AssertConformantAsync("10");
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("1")]
    [Scenario("PR-S08", "PS-1")]
    public async Task OtherValueOfTheParameter_IsRefused_AndNobodyJoins(string value)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");

        JoinResult refused = await JoinAsync(peer, roomId, new JoinOptions { OmitMembers = value });
        ClientAnswer member = await user.RoomAsync(roomId, $"state/m.room.member/{Escape(peer.Users.IdOf("u"))}");
        JoinResult again = await JoinAsync(peer, roomId);

        again.IsOk.ShouldBeTrue(again.ToString());
        AssertRefused(refused.Answer, 400, "M_INVALID_PARAM");
        member.Status.ShouldBe(404);
    }

    [Fact]
    [Scenario("PR-S10", "PS-8")]
    public async Task ServersInRoom_AreThoseOfJoinedMembersBeforeTheJoin()
    {
        FederationPeer peer = await PeerAsync();
        FederationPeer left = await PeerAsync();
        FederationPeer invited = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "public_chat", ["name"] = "A name" });
        BodyOf(await JoinAsync(left, roomId));
        (await left.LeaveAsync(roomId, left.Users.IdOf("u"), T.ServerName)).IsOk.ShouldBeTrue();
        (await user.InviteAsync(roomId, invited.Users.IdOf("i"))).IsOk.ShouldBeTrue();

        JsonObject first = BodyOf(await JoinAsync(peer, roomId, Partly));
        JsonObject second = BodyOf(await JoinAsync(peer, roomId, Partly, "v"));

        ServersIn(first).ShouldBe([T.ServerName]);
        ServersIn(second).ShouldBe([T.ServerName, peer.Name], ignoreOrder: true);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("PR-S11", "PS-4")]
    [Scenario("PR-S13", "PS-4")]
    public async Task PartialAnswer_IsTheWholeOne_WithoutMembers()
    {
        FederationPeer whole = await PeerAsync();
        FederationPeer part = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "public_chat", ["name"] = "A name", ["topic"] = "A topic" });

        JoinResult full = await JoinAsync(whole, roomId);
        JoinResult partial = await JoinAsync(part, roomId, Partly);
        PeerRoom room = full.Room!;
        string[] everything = [.. EventsIn(BodyOf(full), "state").Where(pdu => pdu["type"]!.ToString() != "m.room.member").Select(pdu => room.Read(pdu).Id)];
        string[] kept = [.. EventsIn(BodyOf(partial), "state").Select(pdu => room.Read(pdu).Id)];
        string at = Escape(partial.Event!.Id);
        FederationAnswer state = await GetAsync(part, $"state/{Escape(roomId)}?event_id={at}");
        FederationAnswer ids = await GetAsync(part, $"state_ids/{Escape(roomId)}?event_id={at}");

        kept.ShouldBe(everything, ignoreOrder: true);
        string[] later = [.. state.Object["pdus"]!.AsArray().Select(pdu => room.Read(pdu!.AsObject()).Id)];
        later.ShouldBe(ids.Object["pdu_ids"]!.AsArray().Select(id => id!.ToString()), ignoreOrder: true);
        kept.ShouldBeSubsetOf(later);
        later.ShouldContain(full.Event!.Id, "the first joiner is part of it by then");
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("PR-S12", "PS-9")]
    public async Task State_IsThatBeforeTheJoin()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        JoinResult before = await JoinAsync(peer, roomId);
        (await peer.LeaveAsync(roomId, peer.Users.IdOf("u"), T.ServerName)).IsOk.ShouldBeTrue();

        JoinResult joined = await JoinAsync(peer, roomId);

        PeerRoom room = joined.Room!;
        string[] state = [.. EventsIn(BodyOf(joined), "state").Select(pdu => room.Read(pdu).Id)];
        state.ShouldNotContain(joined.Event!.Id);
        state.ShouldNotContain(before.Event!.Id);
        await AssertConformantAsync("10");
    }
}
