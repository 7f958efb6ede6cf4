using System.Collections.Concurrent;
using Conformance.Catalogue;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Suites.Harness.Clients;
using Conformance.Suites.Harness.Recording;
using Conformance.Suites.Harness.Targets;
using Conformance.Validation;

namespace Conformance.Suites.Harness.Scenarios;

/// <summary>One run of a scenario against a target: what it may use, and what it leaves as evidence.</summary>
public sealed class Scenario
{
    private readonly ConcurrentQueue<string> _observations = new();
    private readonly ConcurrentQueue<(string Name, byte[] Capture)> _evidence = new();

    internal Scenario(Target target, TestBed? bed, TimeProvider clock, CancellationToken cancellation)
    {
        Target = target;
        Bed = bed;
        Cancellation = cancellation;
        Recorder = new ExchangeRecorder(target.ServerName, clock);
    }

    /// <summary>The target.</summary>
    public Target Target { get; }

    /// <summary>What the containers share; null when the target is a server that ran already.</summary>
    public TestBed? Bed { get; }

    /// <summary>Stops the scenario.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Keeps what is said.</summary>
    public ExchangeRecorder Recorder { get; }

    /// <summary>What was recorded without being judged.</summary>
    internal IReadOnlyCollection<string> Observations => _observations;

    /// <summary>Captures beside those of <see cref="Recorder"/>.</summary>
    internal IReadOnlyCollection<(string Name, byte[] Capture)> Evidence => _evidence;

    /// <summary>The target's Client-Server API, its calls recorded.</summary>
    public ClientApi Client => new(Target, Recorder, Cancellation);

    /// <summary>Asks the Server-Server API without a signature.</summary>
    /// <param name="path">Path and query.</param>
    public async Task<Exchange> GetUnsignedAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        return await Recorder.SendAsync(Target.Federation, request, Cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes down what the target does where nothing says what it should do.</summary>
    /// <param name="observation">A sentence.</param>
    public void Observe(string observation) => _observations.Enqueue(observation);

    /// <summary>Adds a capture of an exchange that was recorded elsewhere, such as by a peer.</summary>
    /// <param name="name">Tells it from others; letters, digits, dots and hyphens.</param>
    /// <param name="capture">The capture.</param>
    public void AddEvidence(string name, byte[] capture) => _evidence.Enqueue((name, capture));

    /// <summary>Fails unless something is so.</summary>
    /// <param name="holds">Whether it is so.</param>
    /// <param name="otherwise">What the target does instead.</param>
    /// <exception cref="ScenarioFailedException">It isn't.</exception>
    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ScenarioFailedException(otherwise);
        }
    }

    /// <summary>Fails unless an answer has a status.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="status">The status.</param>
    public static void RequireStatus(Exchange exchange, int status)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        Require(exchange.Status == status, $"{exchange}; {status} is required. The answer: {Beginning(exchange)}");
    }

    /// <summary>Fails when the validator finds an error in an exchange of the Server-Server API.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="roomVersion">The version of the room; null when the exchange tells, or has no events.</param>
    /// <returns>The report, for more questions.</returns>
    /// <exception cref="ScenarioFailedException">There is an error.</exception>
    public ValidationReport RequireValid(Exchange exchange, string? roomVersion = null)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return RequireValid(CaptureWriter.Write(exchange), exchange.ToString(), roomVersion);
    }

    /// <summary>Fails when the validator finds an error in a capture.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="roomVersion">The version of the room; null when the capture tells, or has no events.</param>
    /// <returns>The report, for more questions.</returns>
    /// <exception cref="ScenarioFailedException">There is an error.</exception>
    public ValidationReport RequireValid(byte[] capture, string name, string? roomVersion = null)
    {
        var options = new ValidationOptions { Policy = ValidationPolicy.Of(Profile.Find(Profile.DefaultName)!, RuleCatalogue.Default, TimeProvider.System) };
        using var stream = new MemoryStream(capture, writable: false);
        ValidationOutcome outcome = FederationRun.Run(stream, name, new FederationRequest { Version = RoomVersions.Find(roomVersion) }, options, Cancellation);
        if (!outcome.HasReport)
        {
            throw new HarnessException($"The validator can't read the capture: {outcome.Problem}");
        }

        string[] errors =
        [
            .. outcome.Report.Findings
                .Where(finding => finding.Severity == Severity.Error && finding.SuppressedBecause is null)
                .Select(finding => $"{finding.Rule.Id} {finding.Rule.Name} {finding.Location.Pointer}: {finding.Message}"),
        ];
        Require(errors.Length == 0, $"{name}: the validator finds\n{string.Join('\n', errors)}");
        return outcome.Report;
    }

    private static string Beginning(Exchange exchange)
    {
        const int Most = 500;
        return System.Text.Encoding.UTF8.GetString(exchange.Body.Span[..Math.Min(Most, exchange.Body.Length)]);
    }
}
