using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Authentication;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios.Federation;

/// <summary>Keys, signatures of requests, and what has no answer.</summary>
public sealed class KeyScenarios(Stage stage) : ScenarioTest(stage)
{
    [Fact]
    [Scenario("FD-S01")]
    public async Task OwnKeys_AreSignedByThemselves_AndLastIntoTheFuture()
    {
        FederationPeer peer = await PeerAsync();

        FederationAnswer answer = await peer.Client.GetAsync(T.ServerName, "/_matrix/key/v2/server", isSigned: false);

        IReadOnlyDictionary<string, KnownKey> keys = KeyCache.Read(T.ServerName, answer.Object).ShouldNotBeNull(answer.ToString());
        keys.Keys.ShouldAllBe(id => id.StartsWith("ed25519:", StringComparison.Ordinal));
        keys.Values.Where(key => !key.IsRetired).ShouldAllBe(key => key.UntilTs > peer.Clock.Milliseconds);
        answer.Object["signatures"]!.AsObject().Select(pair => pair.Key).ShouldBe([T.ServerName]);
        await AssertConformantAsync("10");
    }

    [Fact]
    [Scenario("FD-S02")]
    public async Task KeysOfOthers_CarryBothSignatures()
    {
        FederationPeer peer = await PeerAsync();
        var content = new JsonObject { ["server_keys"] = new JsonObject { [peer.Name] = new JsonObject { [peer.Keys.Current.Id] = new JsonObject { ["minimum_valid_until_ts"] = peer.Clock.Milliseconds } } } };

        FederationAnswer asked = await peer.Client.PostAsync(T.ServerName, "/_matrix/key/v2/query", content);
        FederationAnswer got = await peer.Client.GetAsync(T.ServerName, $"/_matrix/key/v2/query/{Escape(peer.Name)}");

        foreach (FederationAnswer answer in (FederationAnswer[])[asked, got])
        {
            JsonObject keys = answer.Object["server_keys"]!.AsArray().Single()!.AsObject();
            keys["signatures"]!.AsObject().Select(pair => pair.Key).ShouldBe([peer.Name, T.ServerName], ignoreOrder: true);
            KeyCache.Read(peer.Name, keys).ShouldNotBeNull();
        }

        await AssertConformantAsync("10");
    }

    [Theory]
    [InlineData("GET", "/_matrix/federation/v1/nothing", 404)]
    [InlineData("GET", "/_matrix/key/v2/nothing/at/all", 404)]
    [InlineData("POST", "/_matrix/federation/v1/version", 405)]
    [InlineData("PUT", "/_matrix/key/v2/server", 405)]
    [Scenario("FD-S03")]
    public async Task UnknownPathOrMethod_IsUnrecognised(string method, string path, int status)
    {
        FederationPeer peer = await PeerAsync();

        FederationAnswer answer = await peer.Client.SendAsync(T.ServerName, method, path, method == "GET" ? null : new JsonObject());

        AssertRefused(answer, status, "M_UNRECOGNIZED");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("signature")]
    [InlineData("origin")]
    [InlineData("destination")]
    [InlineData("key")]
    [Scenario("FD-S04")]
    public async Task WronglySignedRequest_IsUnauthorised(string wrong)
    {
        FederationPeer peer = await PeerAsync();
        FederationPeer other = await PeerAsync();
        var options = new CallOptions
        {
            Header = header => wrong switch
            {
                "none" => null,
                "signature" => (header with { Signature = (header.Signature[0] == 'A' ? 'B' : 'A') + header.Signature[1..] }).ToString(),
                "origin" => (header with { Origin = other.Name }).ToString(),
                "destination" => (header with { Destination = other.Name }).ToString(),
                _ => (header with { Key = "ed25519:other" }).ToString(),
            },
        };

        FederationAnswer answer = await peer.Client.SendAsync(T.ServerName, "GET", "/_matrix/federation/v1/query/profile?user_id=%40a%3Ab", null, options);

        AssertRefused(answer, 401, "M_UNAUTHORIZED", "M_FORBIDDEN");
    }

    [Fact]
    [Scenario("FD-S04")]
    public async Task RetiredKey_SignsNoRequest()
    {
        FederationPeer peer = await PeerAsync();
        await peer.GreetAsync(T.ServerName);
        Suites.Peer.Identity.PeerKey old = peer.Keys.Current;
        peer.Keys.Rotate(peer.Clock.Milliseconds - 1_000);
        const string Path = "/_matrix/federation/v1/query/profile?user_id=%40a%3Ab";
        FederationPeer forgetful = await PeerAsync();
        var options = new CallOptions
        {
            Header = header => (header with { Origin = peer.Name, Key = "ed25519:nobody", Signature = old.Sign(SignedRequest.Bytes("GET", Path, peer.Name, T.ServerName, null)) }).ToString(),
        };

        FederationAnswer answer = await forgetful.Client.SendAsync(T.ServerName, "GET", Path, null, options);

        AssertRefused(answer, 401, "M_UNAUTHORIZED");
    }
}
