using System.Text;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Federation.Har;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>Checks several captures as one conversation: what one tells of a room's version helps to check the others, and answers that must agree are held against each other.</summary>
internal static class FederationConversation
{
    private const int MaxRooms = 100_000;

    /// <summary>Checks captures.</summary>
    /// <param name="files">The files, in order: captures, and HTTP archives, whose entries are a capture each.</param>
    /// <param name="options">How to check.</param>
    /// <param name="most">The most exchanges that are checked.</param>
    /// <param name="findings">Takes everything that is found.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What was counted.</returns>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static FederationSummary Run(
        IReadOnlyList<FederationInput> files, FederationOptions options, int most, FindingBuffer findings, CancellationToken cancellation)
    {
        CutLimits limits = options.Limits.ForCutting();
        List<FederationInput> inputs = Spread(files, limits, most, findings, cancellation);
        FederationOptions informed = options with { Versions = VersionsIn(inputs, limits, cancellation) };
        var counts = new EventCounts();
        ConversationRules rules = new(informed);
        long exchanges = 0;
        foreach (FederationInput input in inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = new FindingBuffer(options.Findings);
            FederationSummary summary = FederationValidator.Run(input, null, informed with { HasOffsets = !input.IsMade }, found, cancellation);
            Append(found, input, findings);
            if (summary.Visit is not { } visit)
            {
                findings.ReportNotChecked(new NotChecked(
                    input.IsMade ? "entries that are no exchanges with known endpoints" : "files of the folder that are no captures of known endpoints",
                    "A capture is an object of a request, with its path, and its response.",
                    new Location(input.Member),
                    Decisive: false));
                continue;
            }

            exchanges++;
            counts.Add(summary.Counts);
            rules.Take(visit);
        }

        rules.Conclude(findings);
        return new FederationSummary
        {
            IsCapture = true,
            Counts = counts,
            Statistics = [new Statistic("exchanges", exchanges), new Statistic("events", counts.Events)],
        };
    }

    /// <summary>All captures, those in HTTP archives too.</summary>
    private static List<FederationInput> Spread(IReadOnlyList<FederationInput> files, CutLimits limits, int most, FindingBuffer findings, CancellationToken cancellation)
    {
        var inputs = new List<FederationInput>();
        foreach (FederationInput file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<FederationInput> parts = [file];
            bool isCut = inputs.Count >= most;
            if (!isCut && IsArchive(file))
            {
                (parts, isCut) = HarEntries.Of(file, limits, most - inputs.Count, cancellation);
            }

            if (isCut)
            {
                findings.ReportNotChecked(new NotChecked(
                    "exchanges beyond the limit", "There are more than may be read; --limit entries=… raises the limit.", new Location(file.Member), Decisive: true));
            }

            inputs.AddRange(parts.Take(most - inputs.Count).Select((part, i) => part with { Ordinal = inputs.Count + i + 1 }).ToList());
        }

        return inputs;
    }

    private static bool IsArchive(FederationInput file)
    {
        byte[] start = new byte[64];
        using Stream stream = file.Open();
        return HarEntries.MayBe(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Adds what was found in one file. Offsets in what was made of an entry would mislead.</summary>
    private static void Append(FindingBuffer found, FederationInput input, FindingBuffer findings)
    {
        for (int i = 0; input.IsMade && i < found.Findings.Count; i++)
        {
            found.Findings[i] = found.Findings[i] with { Location = found.Findings[i].Location with { Offset = null } };
        }

        for (int i = 0; input.IsMade && i < found.NotCheckedItems.Count; i++)
        {
            found.NotCheckedItems[i] = found.NotCheckedItems[i] with { Location = found.NotCheckedItems[i].Location with { Offset = null } };
        }

        findings.Append(found);
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
