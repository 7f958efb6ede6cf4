using System.Text.Json.Nodes;
using Conformance.Catalogue;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Signatures.Keys;
using Conformance.Suites.Harness.Targets;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Wire;
using Conformance.Validation;
using Shouldly;
using Xunit;
using Requirement = Conformance.Suites.Harness.Scenarios.Requirement;

namespace Conformance.Suites.Scenarios.Support;

/// <summary>One scenario: its peers and users, and at its end the evidence.</summary>
/// <param name="stage">What the run shares.</param>
public abstract class ScenarioTest(Stage stage) : IAsyncLifetime
{
    private readonly List<FederationPeer> _peers = [];

    /// <summary>How long anything may take that is waited for; a slow machine sets <c>CONFORMANCE_PATIENCE</c> to a factor.</summary>
    internal static TimeSpan Bound { get; } = TimeSpan.FromSeconds(
        10 * (double.TryParse(Environment.GetEnvironmentVariable("CONFORMANCE_PATIENCE"), System.Globalization.CultureInfo.InvariantCulture, out double factor) ? factor : 2));

    public static TheoryData<string> Versions => ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    internal Target T => stage.Target;

    public async ValueTask InitializeAsync()
    {
        if (await stage.ReadyAsync() is { } reason)
        {
            Requirement.Missing(reason, Environment.GetEnvironmentVariable);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        foreach (FederationPeer peer in _peers)
        {
            peer.BeTrue();
        }

        KeepEvidence();
        if (TestContext.Current.TestState is { Result: TestResult.Failed })
        {
            IEnumerable<string> trace = _peers.SelectMany(peer => peer.Exchanges.All).OrderBy(exchange => exchange.Number)
                .Select(exchange => $"{exchange}\n    asked {Text(exchange.Request)}\n    given {Text(exchange.Answer)}");
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', trace));
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Ends a scenario in order, whatever became of it.</summary>
    private protected virtual Task EndAsync() => Task.CompletedTask;

    internal async Task<FederationPeer> PeerAsync()
    {
        FederationPeer peer = await stage.AddPeerAsync();
        _peers.Add(peer);
        return peer;
    }

    internal Task<ClientUser> UserAsync(string name = "u") => ClientUser.RegisterAsync(T, name);

    /// <summary>Asks the target as a peer.</summary>
    internal Task<FederationAnswer> GetAsync(FederationPeer peer, string path) => peer.Client.GetAsync(T.ServerName, "/_matrix/federation/v1/" + path);

    /// <summary>Asks the target as a peer.</summary>
    internal Task<FederationAnswer> PostAsync(FederationPeer peer, string path, JsonNode content) => peer.Client.PostAsync(T.ServerName, "/_matrix/federation/v1/" + path, content);

    /// <summary>Sends the target events and ephemeral messages.</summary>
    internal Task<FederationAnswer> SendAsync(FederationPeer peer, IEnumerable<JsonObject> pdus, IEnumerable<JsonObject>? edus = null) => peer.SendAsync(T.ServerName, pdus, edus);

    /// <summary>Refused with a status and a code.</summary>
    internal static void AssertRefused(FederationAnswer? answer, int status, params string[] codes)
    {
        answer.ShouldNotBeNull();
        answer.Status.ShouldBe(status, answer.ToString());
        codes.ShouldContain(answer.ErrorCode ?? "", answer.ToString());
    }

    internal static string Escape(string text) => Uri.EscapeDataString(text);

    /// <summary>Holds all answers that the target gave this scenario's peers, and the requests that it made, against the validator, with the keys of all servers.</summary>
    /// <param name="version">The version of the rooms.</param>
    internal async Task AssertConformantAsync(string version)
    {
        TrustedKeys keys = await KeysAsync();
        var wrong = new List<string>();
        foreach (RecordedExchange exchange in _peers.SelectMany(peer => peer.Exchanges.All).Where(exchange => exchange.IsFinished && (exchange.Origin == T.ServerName || exchange.Destination == T.ServerName)))
        {
            string own = exchange.Destination == T.ServerName ? "/response" : "/request";
            ValidationReport report = Validate(exchange, version, keys);
            wrong.AddRange(report.Findings
                .Where(found => found.Severity == Severity.Error && found.Location.Pointer?.StartsWith(own, StringComparison.Ordinal) == true && !IsKnown(found.Rule.Id, exchange))
                .Select(found => $"{exchange}: {found.Rule.Id} {found.Location.Pointer} {found.Message}"));
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Whether the target is known to answer so.</summary>
    private bool IsKnown(string rule, RecordedExchange exchange) => KnownAnswer.Of(T.Definition).Any(known => known.Rule == rule && known.Endpoint == exchange.Endpoint);

    /// <summary>Writes the exchanges of the scenario as captures into the folder that <c>CONFORMANCE_EVIDENCE</c> names: one folder a test, which <c>validate</c> reads.</summary>
    private void KeepEvidence()
    {
        if (Environment.GetEnvironmentVariable("CONFORMANCE_EVIDENCE") is not { Length: > 0 } root || TestContext.Current.Test?.TestDisplayName is not { } name)
        {
            return;
        }

        string folder = Path.Combine(root, string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-')));
        Directory.CreateDirectory(folder);
        foreach (RecordedExchange exchange in _peers.SelectMany(peer => peer.Exchanges.All).Where(exchange => exchange.IsFinished).OrderBy(exchange => exchange.Number))
        {
            string file = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{exchange.Number:0000}-{exchange.Endpoint.Replace('/', '-')}.json");
            File.WriteAllBytes(Path.Combine(folder, file), exchange.ToCapture());
        }
    }

    private static ValidationReport Validate(RecordedExchange exchange, string version, TrustedKeys keys)
    {
        var options = new ValidationOptions { Policy = ValidationPolicy.Of(Profile.Find(Profile.DefaultName)!, RuleCatalogue.Default, TimeProvider.System), Keys = keys };
        using var capture = new MemoryStream(exchange.ToCapture());
        ValidationOutcome outcome = FederationRun.Run(capture, exchange.ToString(), new FederationRequest { Version = RoomVersions.Find(version) }, options, TestContext.Current.CancellationToken);
        return outcome.Report ?? throw new InvalidOperationException(outcome.Problem);
    }

    private static string Text(ReadOnlyMemory<byte> body) => System.Text.Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 1_500)]);

    private async Task<TrustedKeys> KeysAsync()
    {
        FederationAnswer own = await _peers[0].Client.GetAsync(T.ServerName, "/_matrix/key/v2/server", isSigned: false);
        var keys = new JsonObject { [T.ServerName] = own.Json!.DeepClone() };
        foreach (FederationPeer peer in _peers)
        {
            keys[peer.Name] = new JsonObject { [peer.Keys.Current.Id] = peer.Keys.Current.Public };
        }

        return TrustedKeys.None.With(System.Text.Encoding.UTF8.GetBytes(keys.ToJsonString()), "keys.json", out string? problem) ?? throw new InvalidOperationException(problem);
    }
}
