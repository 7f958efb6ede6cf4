using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Rooms.Authorisation;
using Conformance.Signatures.Cryptography;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Rooms;

public sealed class PeerRoomTests
{
    private const string Founder = "@c:one.test";
    private const string Other = "@d:two.test";

    private readonly Dictionary<string, PeerKeys> _keys = [];
    private readonly EventSigning _signing;

    public PeerRoomTests()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        _signing = new EventSigning(
            server => _keys.TryGetValue(server, out PeerKeys? known) ? known : _keys[server] = new PeerKeys(server),
            new PeerClock(TimeProvider.System));
    }

    public static TheoryData<string> Versions => ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Events_AreSignedOverWhatIsLeftAfterRedaction(string version)
    {
        PeerRoom room = Found(version);
        RoomEvent said = room.Add(EventDraft.Message(Founder, "x"), _signing);

        // What survives a redaction of a message, written down by hand in canonical form, holds in every version.
        JsonObject pdu = said.Json;
        string id = version is "1" or "2" ? $"\"event_id\":\"{said.Id}\"," : "";
        string expected = $"{{\"auth_events\":{Compact(pdu["auth_events"])},\"content\":{{}},\"depth\":{pdu["depth"]},{id}\"hashes\":{Compact(pdu["hashes"])}," +
            $"\"origin_server_ts\":{pdu["origin_server_ts"]},\"prev_events\":{Compact(pdu["prev_events"])},\"room_id\":\"{room.RoomId}\",\"sender\":\"{Founder}\",\"type\":\"m.room.message\"}}";
        PeerKey key = _keys["one.test"].Current;
        string signature = pdu["signatures"]!["one.test"]![key.Id]!.ToString();

        Rfc8032.Verify(Convert.FromBase64String(key.Public + "="), System.Text.Encoding.UTF8.GetBytes(expected), Convert.FromBase64String(signature + "==")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void EventThatTheRulesRefuse_StaysOutOfTheState(string version)
    {
        PeerRoom room = Found(version);
        room.Add(EventDraft.Member(Other, "join"), _signing);

        RoomEvent topic = room.Build(EventDraft.State("m.room.topic", "", Other, new JsonObject { ["topic"] = "mine" }), _signing);

        room.Enter(topic).IsRejected().ShouldBeTrue();
        room.Current["m.room.topic"].ShouldBeNull();
        room.Find(topic.Id).ShouldNotBeNull();
        room.Extremities.ShouldNotContain(topic);
    }

    [Fact]
    public void StaleAuthEvents_AreRefusedByTheState()
    {
        PeerRoom room = Found("10", Other);
        RoomEvent join = room.Add(EventDraft.Member(Other, "join"), _signing);
        RoomState joined = room.Current;
        room.Add(EventDraft.Member(Other, "leave"), _signing);

        EventStanding standing = room.Enter(room.Build(EventDraft.State("m.room.topic", "", Other, new JsonObject { ["topic"] = "late" }) with { AuthFrom = joined }, _signing));

        standing.ShouldBe(EventStanding.RejectedByState);
        join.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("10")]
    [InlineData("12")]
    public void Fork_IsResolved_AndABanOutlivesWhatItsVictimDoes(string version)
    {
        PeerRoom room = Found(version, Other);
        RoomEvent fork = room.Add(EventDraft.Member(Other, "join"), _signing);
        RoomEvent ban = room.Add(EventDraft.Member(Other, "ban", Founder) with { Prev = [fork] }, _signing);
        RoomEvent topic = room.Add(EventDraft.State("m.room.topic", "", Other, new JsonObject { ["topic"] = "mine" }) with { Prev = [fork] }, _signing);

        room.StandingOf(topic).ShouldBe(EventStanding.Accepted);
        room.Extremities.ShouldBe([ban, topic], ignoreOrder: true);
        room.Current.MembershipOf(Other).ShouldBe("ban");
        room.Current["m.room.topic"].ShouldBeNull();
    }

    [Fact]
    public void TriedEvent_IsNotEntered()
    {
        PeerRoom room = Found("11");
        int count = room.Events.Count;
        RoomEvent join = room.Build(EventDraft.Member(Other, "join"), _signing);

        room.Try(join).ShouldBe(EventStanding.Accepted);

        room.Events.Count.ShouldBe(count);
        room.Find(join.Id).ShouldBeNull();
        room.Enter(join).ShouldBe(EventStanding.Accepted);
    }

    [Fact]
    public void Between_LeavesOutBothEnds()
    {
        PeerRoom room = Found("11");
        RoomEvent[] said = [.. Enumerable.Range(0, 4).Select(i => room.Add(EventDraft.Message(Founder, $"{i}"), _signing))];

        room.Between([said[3].Id], [said[0].Id], 10, 0).ShouldBe([said[1], said[2]]);
        room.Between([said[3].Id], [said[0].Id], 1, 0).ShouldBe([said[2]]);
        room.Between([said[3].Id], [], 10, said[1].Json["depth"]!.GetValue<long>()).ShouldBe([said[1], said[2]]);
    }

    [Fact]
    public void ThousandsOfMembers_AreBuiltInSeconds()
    {
        PeerRoom room = Found("11");
        for (int i = 0; i < 2_000; i++)
        {
            room.Add(EventDraft.Member($"@m{i}:s{i % 20}.test", "join"), _signing);
        }

        room.Current.JoinedServers.Count.ShouldBe(21);
        room.Current.Members.Count().ShouldBe(2_001);
    }

    [Theory]
    [InlineData("*.test", "two.test", true)]
    [InlineData("t?o.test", "two.test:8448", true)]
    [InlineData("*.TEST", "two.test", true)]
    [InlineData("three.*", "two.test", false)]
    public void AccessControlList_MatchesGlobs_WithoutPort(string pattern, string server, bool denied)
    {
        PeerRoom room = Found("10");
        room.Add(EventDraft.State("m.room.server_acl", "", Founder, new JsonObject { ["allow"] = new JsonArray("*"), ["deny"] = new JsonArray(pattern) }), _signing);

        ServerAcl.Allows(room.Current, server).ShouldBe(!denied);
    }

    private static string Compact(JsonNode? node) => node!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private PeerRoom Found(string version, string? moderator = null)
    {
        var options = new RoomOptions { Users = moderator is null ? new Dictionary<string, int>() : new Dictionary<string, int> { [moderator] = 50 } };
        return PeerRoom.Found(RoomVersion.Of(version), Founder, _signing, options);
    }
}
