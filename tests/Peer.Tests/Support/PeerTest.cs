using System.Net;
using System.Text.Json.Nodes;
using Conformance.Catalogue;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Wire;
using Conformance.Validation;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Support;

/// <summary>Peers on the loopback address, and the validator on what they say.</summary>
public abstract class PeerTest : IAsyncLifetime
{
    private readonly TestAuthority _authority = new();

    internal static TimeSpan Bound => TimeSpan.FromSeconds(20);

    internal PeerNetwork Network { get; private set; } = null!;

    internal TestAuthority Authority => _authority;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        Network = new PeerNetwork(IPAddress.Loopback, _authority);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (Network is not null)
        {
            await Network.DisposeAsync();
        }

        _authority.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Holds all exchanges up to now against the validator, with the keys of all servers.</summary>
    /// <param name="version">The version of the rooms that they are about.</param>
    /// <param name="allowed">Rules that are allowed to be broken.</param>
    internal void AssertConformant(string version, params string[] allowed)
    {
        var wrong = new List<string>();
        foreach (RecordedExchange exchange in Network.Exchanges.All.Where(exchange => exchange.IsFinished))
        {
            ValidationReport report = Validate(exchange, version);
            wrong.AddRange(report.Findings.Where(found => found.Severity is Severity.Error or Severity.Warning && !allowed.Contains(found.Rule.Id))
                .Select(found => $"{exchange}: {found.Rule.Id} {found.Location.Pointer} {found.Message}\n{System.Text.Encoding.UTF8.GetString(exchange.Answer.Span[..Math.Min(2_000, exchange.Answer.Length)])}"));
            wrong.AddRange(report.NotChecked.Where(item => item.Decisive && !exchange.Endpoint.StartsWith("media/", StringComparison.Ordinal)).Select(item => $"{exchange}: not checked: {item.What} {item.Cause}"));
        }

        wrong.ShouldBeEmpty();
        Network.Exchanges.Count.ShouldBeGreaterThan(0);
    }

    internal ValidationReport Validate(RecordedExchange exchange, string version)
    {
        var keys = new JsonObject(Network.Peers.Select(peer => KeyValuePair.Create(peer.Name, (JsonNode?)new JsonObject { [peer.Keys.Current.Id] = peer.Keys.Current.Public })));
        TrustedKeys trusted = TrustedKeys.None.With(System.Text.Encoding.UTF8.GetBytes(keys.ToJsonString()), "keys.json", out string? problem)!;
        problem.ShouldBeNull();
        var options = new ValidationOptions
        {
            Policy = ValidationPolicy.Of(Profile.Find(Profile.DefaultName)!, RuleCatalogue.Default, TimeProvider.System),
            Keys = trusted,
        };
        using var capture = new MemoryStream(exchange.ToCapture());
        ValidationOutcome outcome = FederationRun.Run(capture, exchange.ToString(), new FederationRequest { Version = RoomVersions.Find(version) }, options, TestContext.Current.CancellationToken);
        outcome.Problem.ShouldBeNull();
        return outcome.Report!;
    }
}
