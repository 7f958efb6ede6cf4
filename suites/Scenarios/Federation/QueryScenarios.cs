using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Federation;

/// <summary>Profiles, aliases, devices and lists of rooms, both ways.</summary>
public sealed class QueryScenarios(Stage stage) : ScenarioTest(stage)
{
    [Fact]
    [Scenario("FD-S05")]
    public async Task Profile_IsTold_AndAsked()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        await user.CallAsync("PUT", $"profile/{Escape(user.Id)}/displayname", new JsonObject { ["displayname"] = "Ü. Ser" });
        peer.Users["remote"].DisplayName = "Remote";
        peer.Users["remote"].AvatarUrl = $"mxc://{peer.Name}/picture";

        FederationAnswer own = await GetAsync(peer, $"query/profile?user_id={Escape(user.Id)}");
        FederationAnswer field = await GetAsync(peer, $"query/profile?user_id={Escape(user.Id)}&field=displayname");
        FederationAnswer nobody = await GetAsync(peer, $"query/profile?user_id={Escape($"@nobody-at-all:{T.ServerName}")}");
        ClientAnswer theirs = await user.CallAsync("GET", $"profile/{Escape(peer.Users.IdOf("remote"))}");

        own.Object["displayname"]!.ToString().ShouldBe("Ü. Ser");
        field.Object.Select(pair => pair.Key).ShouldBe(["displayname"]);
        nobody.Status.ShouldBe(404);
        theirs.Object["displayname"]!.ToString().ShouldBe("Remote");
        theirs.Object["avatar_url"]!.ToString().ShouldBe($"mxc://{peer.Name}/picture");
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S06")]
    public async Task Alias_IsResolved_BothWays()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string room = await user.CreateRoomAsync();
        string alias = $"#über-{peer.Clock.Milliseconds}:{T.ServerName}";
        (await user.CallAsync("PUT", $"directory/room/{Escape(alias)}", new JsonObject { ["room_id"] = room })).IsOk.ShouldBeTrue();
        PeerRoom theirs = peer.Found("10", peer.Users.IdOf("c"));
        peer.SetAlias($"#größe:{peer.Name}", theirs.RoomId);

        FederationAnswer own = await GetAsync(peer, $"query/directory?room_alias={Escape(alias)}");
        FederationAnswer nobody = await GetAsync(peer, $"query/directory?room_alias={Escape($"#nobody:{T.ServerName}")}");
        ClientAnswer remote = await user.CallAsync("GET", $"directory/room/{Escape($"#größe:{peer.Name}")}");

        own.Object["room_id"]!.ToString().ShouldBe(room);
        own.Object["servers"]!.AsArray().Select(server => server!.ToString()).ShouldContain(T.ServerName);
        AssertRefused(nobody, 404, "M_NOT_FOUND");
        remote.Object["room_id"]!.ToString().ShouldBe(theirs.RoomId);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S51")]
    public async Task PublicRoom_IsListed_WithWhatIsSet()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string room = await user.CreateRoomAsync(options: new JsonObject { ["preset"] = "public_chat", ["visibility"] = "public", ["name"] = "A name", ["topic"] = "A topic" });

        FederationAnswer list = await GetAsync(peer, "publicRooms?limit=500");
        FederationAnswer search = await PostAsync(peer, "publicRooms", new JsonObject { ["limit"] = 500 });

        foreach (FederationAnswer answer in (FederationAnswer[])[list, search])
        {
            JsonObject found = answer.Object["chunk"]!.AsArray().Select(entry => entry!.AsObject()).Single(entry => entry["room_id"]!.ToString() == room);
            found["name"]!.ToString().ShouldBe("A name");
            found["topic"]!.ToString().ShouldBe("A topic");
            found["num_joined_members"]!.GetValue<int>().ShouldBe(1);
        }

        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S52")]
    public async Task Space_IsTold_WithWhatTheAskerMaySee()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();
        string space = await user.CreateRoomAsync(options: new JsonObject { ["preset"] = "public_chat", ["creation_content"] = new JsonObject { ["type"] = "m.space" } });
        string open = await user.CreateRoomAsync();
        string closed = await user.CreateRoomAsync(options: new JsonObject { ["preset"] = "private_chat" });
        foreach (string child in (string[])[open, closed])
        {
            await user.SetAsync(space, "m.space.child", new JsonObject { ["via"] = new JsonArray(T.ServerName), ["suggested"] = child == open }, child);
        }

        FederationAnswer whole = await GetAsync(peer, $"hierarchy/{Escape(space)}");
        FederationAnswer suggested = await GetAsync(peer, $"hierarchy/{Escape(space)}?suggested_only=true");

        whole.Object["room"]!["children_state"]!.AsArray().Count.ShouldBe(2);
        whole.Object["children"]!.AsArray().Select(child => child!["room_id"]!.ToString()).ShouldBe([open]);
        whole.Object["inaccessible_children"]!.AsArray().Select(child => child!.ToString()).ShouldBe([closed]);
        suggested.Object["children"]!.AsArray().Select(child => child!["room_id"]!.ToString()).ShouldBe([open]);
        await AssertConformantAsync("10");
    }

    [Fact]
    public async Task DevicesAndKeys_AreTold()
    {
        FederationPeer peer = await PeerAsync();
        ClientUser user = await UserAsync();

        FederationAnswer devices = await GetAsync(peer, $"user/devices/{Escape(user.Id)}");
        FederationAnswer keys = await PostAsync(peer, "user/keys/query", new JsonObject { ["device_keys"] = new JsonObject { [user.Id] = new JsonArray() } });
        FederationAnswer claim = await PostAsync(peer, "user/keys/claim", new JsonObject { ["one_time_keys"] = new JsonObject { [user.Id] = new JsonObject { [user.Device] = "signed_curve25519" } } });
        FederationAnswer version = await GetAsync(peer, "version");
        FederationAnswer openId = await GetAsync(peer, "openid/userinfo?access_token=nonsense");

        devices.Object["user_id"]!.ToString().ShouldBe(user.Id);
        keys.IsOk.ShouldBeTrue();
        claim.Object["one_time_keys"].ShouldNotBeNull();
        version.IsOk.ShouldBeTrue();
        openId.Status.ShouldBe(401);
        await AssertConformantAsync("10");
    }
}
