using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Tests.Support;
using Conformance.Suites.Peer.Users;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Serving;

/// <summary>Every endpoint of a peer, asked by another one, in every room version where that matters; every answer goes through the validator.</summary>
public sealed class EndpointsTests : PeerTest
{
    private const string V1 = "/_matrix/federation/v1/";

    private FederationPeer _one = null!;
    private FederationPeer _two = null!;

    public static TheoryData<string> Versions => JoinTests.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task History_IsAnsweredTruly(string version)
    {
        PeerRoom room = await JoinedAsync(version);
        RoomEvent first = room.Add(EventDraft.Message(_one.Users.IdOf("c"), "first"), _one.Signing);
        RoomEvent second = room.Add(EventDraft.Message(_one.Users.IdOf("c"), "second"), _one.Signing);
        RoomEvent third = room.Add(EventDraft.Message(_one.Users.IdOf("c"), "third"), _one.Signing);
        string id = Uri.EscapeDataString(room.RoomId);
        string at = Uri.EscapeDataString(third.Id);

        FederationAnswer state = await GetAsync($"state/{id}?event_id={at}");
        FederationAnswer ids = await GetAsync($"state_ids/{id}?event_id={at}");
        FederationAnswer one = await GetAsync($"event/{at}");
        FederationAnswer auth = await GetAsync($"event_auth/{id}/{at}");
        FederationAnswer back = await GetAsync($"backfill/{id}?v={at}&limit=2");
        FederationAnswer missing = await _two.Client.PostAsync(_one.Name, $"{V1}get_missing_events/{id}", new JsonObject
        {
            ["earliest_events"] = new JsonArray(first.Id),
            ["latest_events"] = new JsonArray(third.Id),
            ["limit"] = 10,
            ["min_depth"] = 0,
        });
        FederationAnswer time = await GetAsync($"timestamp_to_event/{id}?ts={PeerRoom.TimeOf(third) + 1}&dir=b");

        Ids(room, state.Object["pdus"]).ShouldBe(ids.Object["pdu_ids"]!.AsArray().Select(text => text!.ToString()), ignoreOrder: true);
        Ids(room, state.Object["pdus"]).ShouldBe(room.Before(third)!.Ids, ignoreOrder: true);
        Ids(room, one.Object["pdus"]).ShouldBe([third.Id]);
        Ids(room, auth.Object["auth_chain"]).ShouldBe(room.AuthChain([third]).Select(made => made.Id));
        Ids(room, back.Object["pdus"]).ShouldBe([third.Id, second.Id]);
        Ids(room, missing.Object["events"]).ShouldBe([second.Id]);
        time.Object["event_id"]!.ToString().ShouldBe(third.Id);
        AssertConformant(version);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task LeaveAndMessage_AreTaken(string version)
    {
        PeerRoom room = await JoinedAsync(version);
        PeerRoom theirs = _two.FindRoom(room.RoomId)!;
        string user = _two.Users.IdOf("u");

        RoomEvent said = await _two.SayAsync(theirs, EventDraft.Message(user, "hello"), _one.Name);
        JoinResult left = await _two.LeaveAsync(room.RoomId, user, _one.Name);

        (await _one.Pdus.WaitAsync(pdu => pdu.Id == said.Id, Bound, "the message")).Problem.ShouldBeNull();
        left.IsOk.ShouldBeTrue(left.ToString());
        room.Current.MembershipOf(user).ShouldBe("leave");
        AssertConformant(version);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("10")]
    [InlineData("12")]
    public async Task Knock_IsTaken(string version)
    {
        await StartAsync();
        PeerRoom room = _one.Found(version, _one.Users.IdOf("c"), new RoomOptions { JoinRule = "knock", Name = "Closed" });

        JoinResult knocked = await _two.KnockAsync(room.RoomId, _two.Users.IdOf("k"), _one.Name);

        knocked.IsOk.ShouldBeTrue(knocked.ToString());
        room.Current.MembershipOf(_two.Users.IdOf("k")).ShouldBe("knock");
        knocked.Answer!.Object["knock_room_state"]!.AsArray().ShouldContain(made => made!["type"]!.ToString() == "m.room.create");
        AssertConformant(version);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Invite_IsSignedByTheInvitedServer(string version)
    {
        await StartAsync();
        PeerRoom room = _one.Found(version, _one.Users.IdOf("c"), new RoomOptions { JoinRule = "invite" });
        string user = _two.Users.IdOf("i");
        RoomEvent invite = room.Build(EventDraft.Member(user, "invite", _one.Users.IdOf("c")), _one.Signing);

        FederationAnswer answer = await _one.InviteAsync(room, invite, _two.Name);

        answer.IsOk.ShouldBeTrue(answer.ToString());
        answer.Object["event"]!["signatures"]!.AsObject().Select(pair => pair.Key).ShouldBe([_one.Name, _two.Name], ignoreOrder: true);
        room.Enter(room.Read((JsonObject)answer.Object["event"]!.DeepClone()));
        JoinResult joined = await _two.JoinAsync(room.RoomId, user, _one.Name);
        joined.IsOk.ShouldBeTrue(joined.ToString());
        AssertConformant(version);
    }

    [Fact]
    public async Task Questions_AreAnswered()
    {
        PeerRoom room = await JoinedAsync("11");
        PeerUser user = _one.Users["c"];
        user.DisplayName = "Founder";
        user.AvatarUrl = $"mxc://{_one.Name}/abc";
        user.HasCrossSigning = true;
        user.Device("PHONE", "A phone");
        user.Next();
        _one.SetAlias($"#a:{_one.Name}", room.RoomId);
        _one.Published[room.RoomId] = room;
        _one.Media["m1"] = new PeerMedia("text/plain", "text"u8.ToArray(), "a.txt");
        _one.OpenIdTokens["token"] = user.Id;
        string id = Uri.EscapeDataString(user.Id);

        FederationAnswer alias = await GetAsync($"query/directory?room_alias={Uri.EscapeDataString($"#a:{_one.Name}")}");
        FederationAnswer profile = await GetAsync($"query/profile?user_id={id}&field=displayname");
        FederationAnswer devices = await GetAsync($"user/devices/{id}");
        FederationAnswer query = await PostAsync("user/keys/query", new JsonObject { ["device_keys"] = new JsonObject { [user.Id] = new JsonArray() } });
        var claim = new JsonObject { ["one_time_keys"] = new JsonObject { [user.Id] = new JsonObject { ["PHONE"] = "signed_curve25519" } } };
        FederationAnswer once = await PostAsync("user/keys/claim", claim);
        FederationAnswer twice = await PostAsync("user/keys/claim", claim);
        FederationAnswer list = await GetAsync("publicRooms");
        FederationAnswer search = await PostAsync("publicRooms", new JsonObject { ["limit"] = 10 });
        FederationAnswer space = await GetAsync($"hierarchy/{Uri.EscapeDataString(room.RoomId)}");
        FederationAnswer token = await GetAsync("openid/userinfo?access_token=token");
        FederationAnswer version = await GetAsync("version");
        FederationAnswer media = await GetAsync("media/download/m1");
        FederationAnswer keys = await _two.Client.PostAsync(_one.Name, "/_matrix/key/v2/query", new JsonObject { ["server_keys"] = new JsonObject { [_two.Name] = new JsonObject() } });
        FederationAnswer known = await _two.Client.GetAsync(_one.Name, "/.well-known/matrix/server", isSigned: false);

        alias.Object["room_id"]!.ToString().ShouldBe(room.RoomId);
        profile.Object.ToJsonString().ShouldBe("{\"displayname\":\"Founder\"}");
        devices.Object["devices"]!.AsArray().Count.ShouldBe(1);
        query.Object["device_keys"]![user.Id]!["PHONE"]!["signatures"].ShouldNotBeNull();
        once.Object.ToJsonString().ShouldNotBe(twice.Object.ToJsonString(), "a one-time key is given out once");
        list.Object["chunk"]!.AsArray().Count.ShouldBe(1);
        search.IsOk.ShouldBeTrue();
        space.Object["room"]!["room_id"]!.ToString().ShouldBe(room.RoomId);
        token.Object["sub"]!.ToString().ShouldBe(user.Id);
        version.Object["server"]!["name"].ShouldNotBeNull();
        System.Text.Encoding.UTF8.GetString(media.Body.Span).ShouldContain("\r\n\r\ntext\r\n--");
        keys.Object["server_keys"]![0]!["signatures"]!.AsObject().Count.ShouldBe(2);
        known.IsOk.ShouldBeTrue();
        AssertConformant("11");
    }

    [Fact]
    public async Task UnknownEndpoint_AndMethod_AreUnrecognised()
    {
        await StartAsync();

        FederationAnswer path = await GetAsync("nothing");
        FederationAnswer method = await _two.Client.PutAsync(_one.Name, V1 + "version", new JsonObject());

        (path.Status, path.ErrorCode).ShouldBe((404, "M_UNRECOGNIZED"));
        (method.Status, method.ErrorCode).ShouldBe((405, "M_UNRECOGNIZED"));
        AssertConformant("11");
    }

    [Theory]
    [InlineData("state")]
    [InlineData("state_ids")]
    [InlineData("event_auth")]
    [InlineData("backfill")]
    [InlineData("get_missing_events")]
    [InlineData("event")]
    public async Task Stranger_IsRefused(string endpoint)
    {
        await StartAsync();
        PeerRoom room = _one.Found("10", _one.Users.IdOf("c"));
        string id = Uri.EscapeDataString(room.RoomId);
        string at = Uri.EscapeDataString(room.Events[^1].Id);

        FederationAnswer answer = endpoint switch
        {
            "event_auth" => await GetAsync($"event_auth/{id}/{at}"),
            "event" => await GetAsync($"event/{at}"),
            "backfill" => await GetAsync($"backfill/{id}?v={at}&limit=1"),
            "get_missing_events" => await PostAsync($"get_missing_events/{id}", new JsonObject { ["latest_events"] = new JsonArray(), ["earliest_events"] = new JsonArray() }),
            _ => await GetAsync($"{endpoint}/{id}?event_id={at}"),
        };

        (answer.Status, answer.ErrorCode).ShouldBe((403, "M_FORBIDDEN"));
    }

    [Fact]
    public async Task DeniedServer_IsRefused_AndItsEventsAreErrors()
    {
        PeerRoom room = await JoinedAsync("10");
        PeerRoom theirs = _two.FindRoom(room.RoomId)!;
        RoomEvent said = theirs.Add(EventDraft.Message(_two.Users.IdOf("u"), "late"), _two.Signing);
        room.Add(EventDraft.State("m.room.server_acl", "", _one.Users.IdOf("c"), new JsonObject { ["allow"] = new JsonArray("*"), ["deny"] = new JsonArray("two.*") }), _one.Signing);

        FederationAnswer state = await GetAsync($"state_ids/{Uri.EscapeDataString(room.RoomId)}?event_id={Uri.EscapeDataString(room.Events[^1].Id)}");
        FederationAnswer sent = await _two.SendAsync(_one.Name, [said.Json]);

        state.Status.ShouldBe(403);
        sent.Object["pdus"]![said.Id]!["error"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Transaction_TooBigOrAgain_IsRefusedOrDoesNothing()
    {
        PeerRoom room = await JoinedAsync("10");
        PeerRoom theirs = _two.FindRoom(room.RoomId)!;
        RoomEvent said = theirs.Add(EventDraft.Message(_two.Users.IdOf("u"), "once"), _two.Signing);

        await _two.SendAsync(_one.Name, [said.Json], transaction: "same");
        FederationAnswer again = await _two.SendAsync(_one.Name, [said.Json], transaction: "same");
        FederationAnswer big = await _two.SendAsync(_one.Name, Enumerable.Repeat(said.Json, 51));

        _one.Pdus.All.Count(pdu => pdu.Id == said.Id).ShouldBe(1);
        again.IsOk.ShouldBeTrue();
        big.Status.ShouldBe(400);
    }

    [Fact]
    public async Task BadPdus_AreErrorsByThemselves_AndGoodOnesBesideThemAreTaken()
    {
        PeerRoom room = await JoinedAsync("10");
        PeerRoom theirs = _two.FindRoom(room.RoomId)!;
        string user = _two.Users.IdOf("u");
        RoomEvent unsigned = theirs.Build(EventDraft.Message(user, "unsigned") with { AfterSignatures = pdu => pdu.Remove("signatures") }, _two.Signing);
        RoomEvent forged = theirs.Build(EventDraft.Message(user, "a") with { AfterSignatures = pdu => pdu["depth"] = 999 }, _two.Signing);
        RoomEvent fraction = theirs.Build(new EventDraft("m.room.message", user, new JsonObject { ["body"] = 1.5 }), _two.Signing);
        RoomEvent hashed = theirs.Build(EventDraft.Message(user, "told") with { BeforeSignatures = pdu => pdu["content"]!["body"] = "changed" }, _two.Signing);
        RoomEvent good = theirs.Build(EventDraft.Message(user, "good"), _two.Signing);

        FederationAnswer sent = await _two.SendAsync(_one.Name, [unsigned.Json, forged.Json, fraction.Json, hashed.Json, good.Json]);

        JsonObject answers = sent.Object["pdus"]!.AsObject();
        answers.Count(pair => pair.Value!["error"] is not null).ShouldBe(3);
        room.Find(good.Id).ShouldNotBeNull();
        room.Find(hashed.Id)!.Json["content"]!.AsObject().ShouldBeEmpty("what doesn't fit its hash counts redacted");
    }

    [Fact]
    public async Task EventBehindAGap_BringsWhatItFollows()
    {
        PeerRoom room = await JoinedAsync("11");
        PeerRoom theirs = _two.FindRoom(room.RoomId)!;
        string user = _two.Users.IdOf("u");
        RoomEvent[] said = [.. Enumerable.Range(0, 5).Select(i => theirs.Add(EventDraft.Message(user, $"{i}"), _two.Signing))];

        await _two.SendAsync(_one.Name, [said[^1].Json]);

        said.ShouldAllBe(made => room.Find(made.Id) != null);
        room.Extremities.Select(made => made.Id).ShouldBe([said[^1].Id]);
        AssertConformant("11");
    }

    private static IEnumerable<string> Ids(PeerRoom room, JsonNode? events) => events!.AsArray().Select(pdu => room.Read(pdu!.AsObject()).Id);

    private Task<FederationAnswer> GetAsync(string path) => _two.Client.GetAsync(_one.Name, V1 + path);

    private Task<FederationAnswer> PostAsync(string path, JsonNode content) => _two.Client.PostAsync(_one.Name, V1 + path, content);

    private async Task StartAsync() => (_one, _two) = (await Network.AddAsync("one.test"), await Network.AddAsync("two.test"));

    private async Task<PeerRoom> JoinedAsync(string version)
    {
        await StartAsync();
        PeerRoom room = _one.Found(version, _one.Users.IdOf("c"), new RoomOptions { Name = "A room" });
        (await _two.JoinAsync(room.RoomId, _two.Users.IdOf("u"), _one.Name)).IsOk.ShouldBeTrue();
        return room;
    }
}
