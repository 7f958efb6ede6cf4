using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Resident;

/// <summary>Joins, knocks and leaves that the target must refuse, beside those that it must allow.</summary>
public sealed class RefusalScenarios(Stage stage) : ResidentTest(stage)
{
    [Theory]
    [InlineData("8")]
    [InlineData("9")]
    [InlineData("10")]
    [InlineData("11")]
    [InlineData("12")]
    [Scenario("PR-S14", "PS-10")]
    [Scenario("PR-S15")]
    public async Task RestrictedRoom_LetsInWhoeverIsInTheOther_AndSigns(string version)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string lobby = await user.CreateRoomAsync(version);
        string roomId = await RestrictedAsync(user, version, lobby);

        JoinResult refused = await JoinAsync(peer, roomId);
        BodyOf(await JoinAsync(peer, lobby));
        JoinResult joined = await JoinAsync(peer, roomId, Partly);

        AssertRefused(refused.Template, 403, "M_FORBIDDEN");
        JsonObject signed = BodyOf(joined)["event"]!.AsObject();
        joined.Room!.Read((JsonObject)signed.DeepClone()).Id.ShouldBe(joined.Event!.Id);
        signed["signatures"]!.AsObject().Select(pair => pair.Key).ShouldBe([peer.Name, T.ServerName], ignoreOrder: true);
        signed["content"]!["join_authorised_via_users_server"]!.ToString().ShouldBe(user.Id);
        await AssertConformantAsync(version);
    }

    [Fact]
    [Scenario("PR-S15")]
    public async Task RestrictedRoom_WithMangledConditions_LetsNobodyIn()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        foreach (JsonNode allow in (JsonNode[])[new JsonArray("text"), "text"])
        {
            (await user.SetAsync(roomId, "m.room.join_rules", new JsonObject { ["join_rule"] = "restricted", ["allow"] = allow })).IsOk.ShouldBeTrue();
            AssertRefused((await JoinAsync(peer, roomId)).Template, 403, "M_FORBIDDEN");
        }
    }

    [Fact]
    [Scenario("PR-S16")]
    public async Task RestrictedRoom_WhoseConditionTheTargetCannotSee_SaysSo()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await RestrictedAsync(user, "10", $"!unknown:{peer.Name}");

        JoinResult joined = await JoinAsync(peer, roomId);

        AssertRefused(joined.Template, 400, "M_UNABLE_TO_AUTHORISE_JOIN");
    }

    [Fact]
    [Scenario("PR-S17")]
    public async Task RestrictedRoom_WithNobodyWhoMayInvite_SaysSo()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string lobby = await user.CreateRoomAsync("10");
        string roomId = await RestrictedAsync(user, "10", lobby);
        BodyOf(await JoinAsync(peer, lobby));
        JsonObject levels = (await user.RoomAsync(roomId, "state/m.room.power_levels/")).Object;
        levels["invite"] = 100;
        levels["users"]![user.Id] = 90;
        (await user.SetAsync(roomId, "m.room.power_levels", (JsonObject)levels.DeepClone())).IsOk.ShouldBeTrue();

        JoinResult joined = await JoinAsync(peer, roomId);

        AssertRefused(joined.Template, 400, "M_UNABLE_TO_GRANT_JOIN");
    }

    [Fact]
    [Scenario("PR-S18")]
    public async Task RestrictedRoom_LetsAnInvitedUserIn_WithoutAVoucher()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await RestrictedAsync(user, "10", await user.CreateRoomAsync("10"));
        (await user.InviteAsync(roomId, peer.Users.IdOf("u"))).IsOk.ShouldBeTrue();

        JoinResult joined = await JoinAsync(peer, roomId);
        (await peer.LeaveAsync(roomId, peer.Users.IdOf("u"), T.ServerName)).IsOk.ShouldBeTrue();
        JoinResult again = await JoinAsync(peer, roomId);

        BodyOf(joined);
        joined.Event!.Json["content"]!.AsObject().ContainsKey("join_authorised_via_users_server").ShouldBeFalse();
        AssertRefused(again.Template, 403, "M_FORBIDDEN");
        await AssertConformantAsync("10");
    }

    [Theory]
    [InlineData("7", "knock")]
    [InlineData("10", "knock_restricted")]
    [InlineData("12", "knock")]
    [Scenario("PR-S23")]
    public async Task Knock_IsTaken_Twice(string version, string rule)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync(version);
        (await user.SetAsync(roomId, "m.room.join_rules", new JsonObject { ["join_rule"] = rule, ["allow"] = new JsonArray() })).IsOk.ShouldBeTrue();
        string knocker = peer.Users.IdOf("k");

        JoinResult knocked = await peer.KnockAsync(roomId, knocker, T.ServerName, new JoinOptions { Change = pdu => pdu["content"]!["reason"] = "let me in" });
        ClientAnswer seen = await user.RoomAsync(roomId, $"state/m.room.member/{Escape(knocker)}");
        JoinResult again = await peer.KnockAsync(roomId, knocker, T.ServerName);
        JoinResult joined = await JoinAsync(peer, roomId, name: "stranger");

        knocked.IsOk.ShouldBeTrue(knocked.ToString());
        knocked.Answer!.Object["knock_room_state"]!.AsArray().ShouldContain(made => made!["type"]!.ToString() == "m.room.create");
        seen.Object["membership"]!.ToString().ShouldBe("knock");
        seen.Object["reason"]!.ToString().ShouldBe("let me in");
        again.IsOk.ShouldBeTrue(again.ToString());
        AssertRefused(joined.Template, 403, "M_FORBIDDEN");
        await AssertConformantAsync(version);
    }

    [Fact]
    [Scenario("PR-S25")]
    [Scenario("PR-S22")]
    public async Task ClosedRooms_LetNobodyInUninvited_NorKnock()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string closed = await user.CreateRoomAsync("10", new JsonObject { ["preset"] = "private_chat" });
        string knocking = await user.CreateRoomAsync("10");
        await user.SetAsync(knocking, "m.room.join_rules", new JsonObject { ["join_rule"] = "knock" });

        AssertRefused((await peer.KnockAsync(closed, peer.Users.IdOf("k"), T.ServerName)).Template, 403, "M_FORBIDDEN");
        AssertRefused((await JoinAsync(peer, closed)).Template, 403, "M_FORBIDDEN");
        AssertRefused((await JoinAsync(peer, knocking)).Template, 403, "M_FORBIDDEN");
    }

    [Fact]
    [Scenario("PR-S24")]
    public async Task Knock_OfOneWhoIsInvitedJoinedOrBanned_IsRefused()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        BodyOf(await JoinAsync(peer, roomId, name: "joined"));
        await user.SetAsync(roomId, "m.room.join_rules", new JsonObject { ["join_rule"] = "knock" });
        await user.InviteAsync(roomId, peer.Users.IdOf("invited"));
        await user.ActAsync(roomId, "ban", peer.Users.IdOf("banned"));

        foreach (string name in (string[])["joined", "invited", "banned"])
        {
            AssertRefused((await peer.KnockAsync(roomId, peer.Users.IdOf(name), T.ServerName)).Template, 403, "M_FORBIDDEN");
        }
    }

    [Theory]
    [InlineData("message")]
    [InlineData("no state key")]
    [InlineData("leave")]
    [InlineData("invite")]
    [InlineData("ban")]
    [InlineData("other state key")]
    [Scenario("PR-S26")]
    public async Task WrongEvent_IsNoJoin(string wrong)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");

        JoinResult joined = await JoinAsync(peer, roomId, new JoinOptions
        {
            Change = pdu =>
            {
                switch (wrong)
                {
                    case "message":
                        pdu["type"] = "m.room.message";
                        pdu.Remove("state_key");
                        break;
                    case "no state key":
                        pdu.Remove("state_key");
                        break;
                    case "other state key":
                        pdu["state_key"] = peer.Users.IdOf("other");
                        break;
                    default:
                        pdu["content"]!["membership"] = wrong;
                        break;
                }
            },
        });

        joined.Answer!.Status.ShouldBe(400, joined.ToString());
    }

    [Fact]
    [Scenario("PR-S27")]
    public async Task TemplateOfAnother_DoesNotLetABannedUserIn()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        string banned = peer.Users.IdOf("banned");
        await user.ActAsync(roomId, "ban", banned);

        JoinResult joined = await JoinAsync(peer, roomId, new JoinOptions { Change = pdu => (pdu["sender"], pdu["state_key"]) = ((JsonNode)banned, (JsonNode)banned) }, "other");

        AssertRefused(joined.Answer, 403, "M_FORBIDDEN");
        (await user.RoomAsync(roomId, $"state/m.room.member/{Escape(banned)}")).Object["membership"]!.ToString().ShouldBe("ban");
    }

    [Fact]
    [Scenario("PR-S28")]
    public async Task Template_ForAnotherServersUser_IsRefused()
    {
        FederationPeer peer = await PeerAsync();
        FederationPeer other = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");

        AssertRefused(await GetAsync(peer, $"make_join/{Escape(roomId)}/{Escape(other.Users.IdOf("x"))}?ver=10"), 403, "M_FORBIDDEN");
        AssertRefused(await GetAsync(peer, $"make_join/{Escape(roomId)}/{Escape(user.Id)}?ver=10"), 403, "M_FORBIDDEN");
        AssertRefused(await GetAsync(peer, $"make_leave/{Escape(roomId)}/{Escape(user.Id)}"), 403, "M_FORBIDDEN");
    }

    [Fact]
    [Scenario("PR-S29")]
    public async Task EmptyRoom_IsNotFound()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        string path = $"make_join/{Escape(roomId)}/{Escape(peer.Users.IdOf("u"))}?ver=10";

        FederationAnswer before = await GetAsync(peer, path);
        await user.LeaveAsync(roomId);
        FederationAnswer after = await GetAsync(peer, path);

        before.IsOk.ShouldBeTrue(before.ToString());
        AssertRefused(after, 404, "M_NOT_FOUND");
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("forged")]
    [Scenario("PR-S30")]
    public async Task Join_ThatIsNotWellSigned_IsRefused(string wrong)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");

        JoinResult refused = await JoinAsync(peer, roomId, new JoinOptions
        {
            ChangeSigned = pdu =>
            {
                JsonObject own = pdu["signatures"]!.AsObject();
                if (wrong == "unsigned")
                {
                    own.Clear();
                }
                else
                {
                    string signature = own[peer.Name]![peer.Keys.Current.Id]!.ToString();
                    own[peer.Name]![peer.Keys.Current.Id] = (signature[0] == 'A' ? 'B' : 'A') + signature[1..];
                }
            },
        });
        JoinResult joined = await JoinAsync(peer, roomId);

        refused.Answer!.Status.ShouldBeOneOf(400, 403);
        joined.IsOk.ShouldBeTrue(joined.ToString());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    [Scenario("PR-S31")]
    public async Task VersionThatIsNotUnderstood_IsNamed(string version)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync(version);

        JoinResult other = await JoinAsync(peer, roomId, new JoinOptions { Versions = [version == "1" ? "2" : "1", "no.such.version"] });
        JoinResult none = await JoinAsync(peer, roomId, new JoinOptions { Versions = [] });

        AssertRefused(other.Template, 400, "M_INCOMPATIBLE_ROOM_VERSION");
        other.Template.Object["room_version"]!.ToString().ShouldBe(version);
        if (version == "1")
        {
            none.Template.IsOk.ShouldBeTrue();
        }
        else
        {
            AssertRefused(none.Template, 400, "M_INCOMPATIBLE_ROOM_VERSION");
        }

        await AssertConformantAsync(version);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("12")]
    [Scenario("PR-S32")]
    public async Task FractionInAJoin_IsBadJson(string version)
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync(version);

        JoinResult joined = await JoinAsync(peer, roomId, new JoinOptions { Change = pdu => pdu["content"]!["f"] = 1.5 });

        AssertRefused(joined.Answer, 400, "M_BAD_JSON");
    }

    [Fact]
    [Scenario("PR-S34")]
    public async Task FirstVersionOfSendJoin_IsWrapped_OrGone()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("1");

        JoinResult joined = await JoinAsync(peer, roomId, new JoinOptions { IsFirstVersion = true });

        if (joined.IsOk)
        {
            joined.Answer!.Json.ShouldBeOfType<JsonArray>()[0]!.GetValue<int>().ShouldBe(200);
        }
        else
        {
            AssertRefused(joined.Answer, 404, "M_UNRECOGNIZED");
        }
    }

    [Fact]
    [Scenario("PR-S33")]
    public async Task DeniedServer_CannotComeIn()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string roomId = await user.CreateRoomAsync("10");
        (await GetAsync(peer, $"make_join/{Escape(roomId)}/{Escape(peer.Users.IdOf("u"))}?ver=10")).IsOk.ShouldBeTrue();
        await user.SetAsync(roomId, "m.room.server_acl", new JsonObject { ["allow"] = new JsonArray("*"), ["deny"] = new JsonArray(Suites.Peer.Identity.ServerName.HostOf(peer.Name)) });

        AssertRefused((await JoinAsync(peer, roomId)).Template, 403, "M_FORBIDDEN");
        AssertRefused((await peer.KnockAsync(roomId, peer.Users.IdOf("u"), T.ServerName)).Template, 403, "M_FORBIDDEN");
    }

    private static async Task<string> RestrictedAsync(ClientUser user, string version, string lobby)
    {
        string roomId = await user.CreateRoomAsync(version);
        ClientAnswer set = await user.SetAsync(roomId, "m.room.join_rules", new JsonObject
        {
            ["join_rule"] = "restricted",
            ["allow"] = new JsonArray(new JsonObject { ["type"] = "m.room_membership", ["room_id"] = lobby }),
        });
        set.IsOk.ShouldBeTrue(set.ToString());
        return roomId;
    }
}
