using System.Text;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Federation.Rules;

namespace Conformance.Profiles.Federation;

/// <summary>Checks several captures as one conversation: what one tells of a room's version helps to check the others, and answers that must agree are held against each other.</summary>
internal static class FederationConversation
{
    private const int MaxRooms = 100_000;

    /// <summary>Checks captures.</summary>
    /// <param name="inputs">The files, in order.</param>
    /// <param name="options">How to check.</param>
    /// <param name="findings">Takes everything that is found.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What was counted.</returns>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static FederationSummary Run(IReadOnlyList<FederationInput> inputs, FederationOptions options, FindingBuffer findings, CancellationToken cancellation)
    {
        FederationOptions informed = options with { Versions = VersionsIn(inputs, options.Limits.ForCutting(), cancellation) };
        var counts = new EventCounts();
        var states = new List<StateAnswer>();
        long exchanges = 0;
        foreach (FederationInput input in inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            FederationSummary summary = FederationValidator.Run(input, null, informed, findings, cancellation);
            if (summary.Visit is not { } visit)
            {
                findings.ReportNotChecked(new NotChecked(
                    "files of the folder that are no captures of known endpoints", "A capture is an object of a request, with its path, and its response.", new Location(input.Member), Decisive: false));
                continue;
            }

            exchanges++;
            counts.Add(summary.Counts);
            if (StateAnswer.Of(visit) is { } state)
            {
                states.Add(state);
            }
        }

        FED038.Check(states, findings);
        return new FederationSummary
        {
            IsCapture = true,
            Counts = counts,
            Statistics = [new Statistic("exchanges", exchanges), new Statistic("events", counts.Events)],
        };
    }

    /// <summary>What all captures together tell of the versions of rooms. Of a room that two tell of, the first counts.</summary>
    private static Dictionary<string, RoomVersion> VersionsIn(IReadOnlyList<FederationInput> inputs, CutLimits limits, CancellationToken cancellation)
    {
        var versions = new Dictionary<string, RoomVersion>(StringComparer.Ordinal);
        foreach (FederationInput input in inputs)
        {
            using Stream stream = input.Open();
            ExchangeSurvey survey = ExchangeSurvey.Of(stream, isCapture: true, limits, cancellation);
            Exchange exchange = ExchangeReader.WithRoom(ExchangeReader.Capture(survey.Envelope, null), survey, null, Exchange.NoVersions);
            if (exchange is { Version: { } version, Room.Length: > 0 } && versions.Count < MaxRooms)
            {
                versions.TryAdd(Encoding.UTF8.GetString(exchange.Room), version);
            }
        }

        return versions;
    }
}
