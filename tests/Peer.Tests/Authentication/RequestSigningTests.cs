using System.Text;
using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Authentication;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Tests.Support;
using Conformance.Suites.Peer.Wire;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Authentication;

/// <summary>X-Matrix both ways: what goes out is verified by formulas that share nothing with the peer, what comes in wrong is refused.</summary>
public sealed class RequestSigningTests : PeerTest
{
    private const string Target = "/_matrix/federation/v1/query/profile?user_id=%40%C3%BC%2Bx%3Aone.test&field=displayname";

    [Fact]
    public async Task Get_IsSigned_OverTheTargetAsItIsSent()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();

        await two.Client.GetAsync(one.Name, Target);

        AssertSigned(two, $"{{\"destination\":\"{one.Name}\",\"method\":\"GET\",\"origin\":\"{two.Name}\",\"uri\":\"{Target}\"}}");
    }

    [Fact]
    public async Task Put_IsSigned_OverItsContentInCanonicalForm()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();
        const string Path = "/_matrix/federation/v1/send/t1";

        await two.Client.PutAsync(one.Name, Path, JsonNode.Parse("{\"z\":1,\"a\":{\"\\u00e9\":\"\\n/\",\"b\":[true,null]}}")!);

        AssertSigned(
            two,
            $"{{\"content\":{{\"a\":{{\"b\":[true,null],\"é\":\"\\n/\"}},\"z\":1}},\"destination\":\"{one.Name}\",\"method\":\"PUT\",\"origin\":\"{two.Name}\",\"uri\":\"{Path}\"}}");
    }

    [Fact]
    public async Task HonestRequest_IsAnswered_AndItsOriginIsKnown()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();

        FederationAnswer answer = await two.GreetAsync(one.Name);

        answer.Status.ShouldBe(404);
        one.Requests.All.ShouldContain(request => request.Endpoint == "query/profile" && request.Origin == two.Name);
    }

    [Fact]
    public async Task UnsignedRequest_IsRefused()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();

        AssertRefused(await two.Client.SendAsync(one.Name, "GET", Target, null, new CallOptions { IsSigned = false }));
    }

    public static TheoryData<string> Wrongs => ["signature", "origin", "key", "destination", "no signature", "other scheme", "not base64"];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task WrongHeader_IsRefused(string wrong)
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();
        FederationPeer three = await Network.AddAsync("three.test");
        var options = new CallOptions
        {
            Header = header => wrong switch
            {
                "signature" => (header with { Signature = (header.Signature[0] == 'A' ? "B" : "A") + header.Signature[1..] }).ToString(),
                "origin" => (header with { Origin = three.Name }).ToString(),
                "key" => (header with { Key = "ed25519:other" }).ToString(),
                "destination" => (header with { Destination = three.Name }).ToString(),
                "no signature" => $"X-Matrix origin=\"{header.Origin}\",key=\"{header.Key}\"",
                "not base64" => (header with { Signature = "!" }).ToString(),
                _ => "Bearer " + header.Signature,
            },
        };

        AssertRefused(await two.Client.SendAsync(one.Name, "GET", Target, null, options));
    }

    [Fact]
    public async Task ChangedBody_IsRefused()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();
        var options = new CallOptions { RawBody = "{\"pdus\":[],\"x\":1}"u8.ToArray() };

        AssertRefused(await two.Client.SendAsync(one.Name, "PUT", "/_matrix/federation/v1/send/1", new JsonObject { ["pdus"] = new JsonArray() }, options));
    }

    [Fact]
    public async Task RetiredKey_SignsNoRequests_AndANewOneIsFetched()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();
        await two.GreetAsync(one.Name);
        string old = two.Keys.Current.Id;
        two.Keys.Rotate(two.Clock.Milliseconds - 1);

        FederationAnswer answer = await two.GreetAsync(one.Name);

        two.Keys.Current.Id.ShouldNotBe(old);
        answer.Status.ShouldBe(404, "the new key is asked for");
        one.KnownKeys.Answers[two.Name]["old_verify_keys"]!.AsObject().ContainsKey(old).ShouldBeTrue();
    }

    [Fact]
    public async Task KeysThatDontSignThemselves_CountForNothing()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();
        two.On("keys/server").Lie((_, keys) => keys["valid_until_ts"] = keys["valid_until_ts"]!.GetValue<long>() + 1);

        AssertRefused(await two.GreetAsync(one.Name));
    }

    [Fact]
    public async Task KeysThatCantBeFetched_CountForNothing()
    {
        (FederationPeer one, FederationPeer two) = await PairAsync();
        two.On("keys/server").Refuse(500, "M_UNKNOWN");

        AssertRefused(await two.GreetAsync(one.Name));
    }

    private static void AssertRefused(FederationAnswer answer)
    {
        answer.Status.ShouldBe(401);
        answer.ErrorCode.ShouldBe("M_UNAUTHORIZED");
    }

    private static void AssertSigned(FederationPeer by, string expected)
    {
        RecordedExchange exchange = by.Exchanges.All.Last(made => made.Authorization.Length > 0);
        var header = XMatrix.Parse(exchange.Authorization)!;
        byte[] key = Convert.FromBase64String(by.Keys.Current.Public + "=");
        byte[] signature = Convert.FromBase64String(header.Signature + "==");

        header.Key.ShouldBe(by.Keys.Current.Id);
        Rfc8032.Verify(key, Encoding.UTF8.GetBytes(expected), signature).ShouldBeTrue(exchange.Authorization);
        exchange.Status.ShouldNotBe(401);
    }

    private async Task<(FederationPeer One, FederationPeer Two)> PairAsync() => (await Network.AddAsync("one.test"), await Network.AddAsync("two.test"));
}
