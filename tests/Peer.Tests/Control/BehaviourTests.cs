using Conformance.Findings;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Control;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Tests.Support;
using Conformance.Suites.Peer.Wire;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Control;

/// <summary>What scenarios can make of a peer.</summary>
public sealed class BehaviourTests : PeerTest
{
    private FederationPeer _one = null!;
    private FederationPeer _two = null!;

    [Fact]
    public async Task Gate_HoldsTheAnswer_UntilItIsReleased_AndOthersPass()
    {
        await StartAsync();
        Gate gate = _one.On("version").Hold();

        Task<FederationAnswer> held = AskAsync("version");
        await gate.WaitHitAsync(Bound);
        FederationAnswer other = await _two.GreetAsync(_one.Name);
        bool early = held.IsCompleted;
        gate.Release();

        early.ShouldBeFalse();
        other.Status.ShouldBe(404);
        (await held.WaitAsync(Bound, TestContext.Current.CancellationToken)).IsOk.ShouldBeTrue();
        gate.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task Nth_RefusesThatRequestOnly()
    {
        await StartAsync();
        Behaviour behaviour = _one.On("version", nth: 2).Refuse(503, "M_UNKNOWN");

        int[] statuses = [(await AskAsync("version")).Status, (await AskAsync("version")).Status, (await AskAsync("version")).Status];

        statuses.ShouldBe([200, 503, 200]);
        behaviour.Seen.ShouldBe(3);
    }

    [Fact]
    public async Task LastBehaviour_Counts_AndTheTruthComesBack()
    {
        await StartAsync();
        _one.On("version").Refuse(500, "M_UNKNOWN");
        Behaviour last = _one.On("version").Refuse(404, "M_UNRECOGNIZED");

        int first = (await AskAsync("version")).Status;
        last.Remove();
        int second = (await AskAsync("version")).Status;
        _one.BeTrue();
        int third = (await AskAsync("version")).Status;

        new[] { first, second, third }.ShouldBe([404, 500, 200]);
    }

    [Fact]
    public async Task Lie_IsSeenByTheValidator()
    {
        await StartAsync();
        PeerRoom room = _one.Found("11", _one.Users.IdOf("c"));
        _one.On("send_join", room: room.RoomId).Lie((_, answer) => answer["state"]!.AsArray().RemoveAt(0));

        await _two.JoinAsync(room.RoomId, _two.Users.IdOf("u"), _one.Name);

        RecordedExchange exchange = _two.Exchanges.All.Last(made => made.Endpoint == "send_join" && made.Origin == _two.Name);
        Validate(exchange, "11").Findings.ShouldContain(found => found.Severity == Severity.Error);
    }

    [Fact]
    public async Task ForgedSignature_IsSeenByTheValidator()
    {
        await StartAsync();
        PeerRoom room = _one.Found("11", _one.Users.IdOf("c"));
        _one.On("send_join", room: room.RoomId).Lie((_, answer) => answer["state"]![1]!["depth"] = 7);

        await _two.JoinAsync(room.RoomId, _two.Users.IdOf("u"), _one.Name);

        RecordedExchange exchange = _two.Exchanges.All.Last(made => made.Endpoint == "send_join" && made.Origin == _two.Name);
        Validate(exchange, "11").Findings.Select(found => found.Rule.Id).ShouldContain(id => id.StartsWith("SIG", StringComparison.Ordinal) || id.StartsWith("HSH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CutAnswer_IsNoAnswer()
    {
        await StartAsync();
        _one.On("version").Deliver(new Delivery { CutAfter = 5, ClaimedLength = 50 });

        (await AskAsync("version")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task Drip_TakesItsTime_AndComesWhole()
    {
        await StartAsync();
        _one.On("version").Deliver(new Delivery { BytesPerSecond = 400 });
        DateTimeOffset start = DateTimeOffset.UtcNow;

        FederationAnswer answer = await AskAsync("version");

        answer.Object["server"]!["name"].ShouldNotBeNull();
        (DateTimeOffset.UtcNow - start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task Endless_GoesOnToItsEnd()
    {
        await StartAsync();
        _one.On("version").Deliver(new Delivery { RepeatUpTo = 3_000_000 });

        (await AskAsync("version")).Body.Length.ShouldBe(3_000_000);
    }

    [Fact]
    public async Task Garbage_GoesOutAsItIs()
    {
        await StartAsync();
        _one.On("version").Answer(_ => PeerAnswer.Raw("<html>") with { ContentType = "text/html" });

        System.Text.Encoding.UTF8.GetString((await AskAsync("version")).Body.Span).ShouldBe("<html>");
    }

    [Fact]
    public async Task StoppedListener_RefusesConnections_AndComesBackOnItsPort()
    {
        await StartAsync();
        await _one.Listener.StopAsync();
        FederationAnswer down = await AskAsync("version");
        await _one.Listener.StartAsync();

        down.Status.ShouldBe(0);
        (await AskAsync("version")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Reset_CutsNewConnections()
    {
        await StartAsync();
        _one.Listener.Mode = ListenerMode.Reset;
        FederationAnswer cut = await AskAsync("version");
        _one.Listener.Mode = ListenerMode.Serve;

        cut.Status.ShouldBe(0);
        (await AskAsync("version")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Swallow_NeverAnswers()
    {
        await StartAsync();
        _one.Listener.Mode = ListenerMode.Swallow;

        FederationAnswer answer = await _two.Client.SendAsync(_one.Name, "GET", "/_matrix/federation/v1/version", null, new CallOptions { Bound = TimeSpan.FromMilliseconds(300) });

        answer.Status.ShouldBe(0);
        answer.Problem!.ShouldContain("0.3 s");
    }

    [Fact]
    public async Task Certificate_ThatIsExpired_IsNotTrusted()
    {
        await StartAsync();
        using System.Security.Cryptography.X509Certificates.X509Certificate2 expired = Authority.Make("one.test", DateTimeOffset.UtcNow.AddMinutes(-1));
        _one.Listener.Show("one.test", expired);

        (await AskAsync("version")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task Certificate_OfAnotherAuthority_IsNotTrusted()
    {
        await StartAsync();
        using var foreign = new TestAuthority();
        _one.Listener.Show("one.test", foreign.For("one.test"));

        (await AskAsync("version")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task ServerOutsideOfTheRun_IsNeverAsked()
    {
        await StartAsync();

        FederationAnswer answer = await _two.Client.GetAsync("matrix.example", "/_matrix/federation/v1/version");

        answer.Status.ShouldBe(0);
        answer.Problem!.ShouldContain("no server of this run");
    }

    [Fact]
    public async Task SeveralPeers_ShareAListener_ByTheirNames()
    {
        await StartAsync();
        FederationPeer third = Network.Add($"third.test:{_one.Listener.Place.Port}", _one.Listener);
        third.Users["z"].DisplayName = "Z";

        FederationAnswer answer = await _two.Client.GetAsync(third.Name, $"/_matrix/federation/v1/query/profile?user_id={Uri.EscapeDataString(third.Users.IdOf("z"))}");

        answer.Object["displayname"]!.ToString().ShouldBe("Z");
        (await AskAsync("version")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Wait_ThatIsInVain_TellsWhatWasSeen()
    {
        await StartAsync();
        await AskAsync("version");

        TimeoutException problem = await Should.ThrowAsync<TimeoutException>(
            _one.Exchanges.WaitAsync(made => made.Endpoint == "state", TimeSpan.FromMilliseconds(50), "a question for the state"));

        problem.Message.ShouldContain("a question for the state");
        problem.Message.ShouldContain("/_matrix/federation/v1/version");
    }

    private Task<FederationAnswer> AskAsync(string path) => _two.Client.GetAsync(_one.Name, $"/_matrix/federation/v1/{path}", isSigned: false);

    private async Task StartAsync() => (_one, _two) = (await Network.AddAsync("one.test"), await Network.AddAsync("two.test"));
}
