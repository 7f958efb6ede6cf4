using Conformance.Catalogue;
using Conformance.Containers;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Policy;
using Conformance.Profiles.Mspf;
using Conformance.Profiles.Mspf.EventFiles;

namespace Conformance.Validation;

/// <summary>Checks one input, from its bytes to its report.</summary>
public static class Validator
{
    /// <summary>What standard input is called on the command line and in reports.</summary>
    public const string StandardInput = "-";

    /// <summary>Checks a file or a directory: an archive, or a capture of a federation request and its answer (a file <c>.json</c>).</summary>
    /// <param name="path">The path.</param>
    /// <param name="options">How to check.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The report, or why the input can't be read.</returns>
    /// <exception cref="IOException">Reading failed on the way: a fault of the disk, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ValidationOutcome Run(string path, ValidationOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        if (FederationRun.IsCapture(path) || FederationRun.IsConversation(path))
        {
            return FederationRun.Run(path, options.Federation, options, cancellation);
        }

        return Run(path.Replace('\\', '/'), options, (limits, sink) => ContainerFactory.Open(path, limits, sink), cancellation);
    }

    /// <summary>Checks what comes from a stream that can be read once.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What reports call it.</param>
    /// <param name="options">How to check.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The report, or why the input can't be read.</returns>
    /// <exception cref="IOException">Reading failed on the way: a fault of the pipe, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ValidationOutcome Run(Stream stream, string name, ValidationOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return Run(name, options, (limits, sink) => ContainerFactory.Open(stream, limits, sink), cancellation);
    }

    /// <summary>Makes on this thread what checking an archive needs whatever is in it, and what would else be made when it is first needed.</summary>
    internal static void ReadAhead() => ItemSchema.ReadAhead();

    private static ValidationOutcome Run(
        string name, ValidationOptions options, Func<ContainerLimits, IFindingSink, ContainerOpening> open, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long started = options.Stopwatch?.GetTimestamp() ?? 0;
        FindingLimits limits = options.Policy.ForFindings();

        // The container reports on the reading thread while the workers report on theirs.
        var wrapping = new FindingBuffer(limits);
        ContainerOpening opening = open(options.Policy.Limits.ForContainer(), wrapping);
        if (!opening.Succeeded)
        {
            return ValidationOutcome.Unreadable(opening.Problem);
        }

        using Container container = opening.Container;
        if (options.Progress is { } progress)
        {
            progress.Length = container.Length;
        }

        var content = new FindingBuffer(limits);
        var events = new EventLedger(options.Policy.Limits["events"]);
        var signatures = new SignatureNotes(options);
        MspfSummary summary = MspfValidator.Run(container, MspfOptionsOf(options, limits, events, signatures), content, cancellation);
        if (!summary.IsRecognised && !HasErrors(wrapping, options.Policy))
        {
            return ValidationOutcome.Unreadable(
                $"{name} ({container.Format}) holds no manifest.mspf.json and nothing else of an MSPF archive; give the archive or the directory that has it at its root.");
        }

        if (!summary.IsRecognised)
        {
            // A broken container shows nothing of its content: what is missing inside is no finding of its own.
            content = new FindingBuffer(limits);
            content.ReportNotChecked(new NotChecked("What the container holds", "Nothing of an archive could be read from it.", Location.Input, Decisive: true));
        }

        if (events.Counts.Events > 0)
        {
            signatures.Report(events.Counts.Signatures, content);
        }

        var found = new FindingBuffer(limits);
        found.Append(wrapping);
        found.Append(content);
        TimeSpan? elapsed = options.Stopwatch?.GetElapsedTime(started);
        var facts = new RunFacts(name, summary.IsRecognised ? "MSPF archive" : "container", container.Format, summary.Statistics.AddRange(events.Counts.ToStatistics()), elapsed);
        return ValidationOutcome.Of(ReportAssembler.Assemble(facts, found, options.Policy, RuleCatalogue.Default));
    }

    private static bool HasErrors(FindingBuffer findings, ValidationPolicy policy) => findings.Counts.Any(pair =>
        pair.Value > 0 && RuleCatalogue.Default.Find(pair.Key) is { } rule && policy.SeverityOf(rule) == Severity.Error);

    private static MspfOptions MspfOptionsOf(ValidationOptions options, FindingLimits limits, EventLedger events, SignatureNotes signatures)
    {
        MspfLimits mspf = options.Policy.Limits.ForMspf();
        return new MspfOptions
        {
            Limits = mspf,
            EventsConsumer = rooms => new EventsConsumer(rooms, events, DocumentEncoding.Cbor, mspf.Depth, signatures.Begin(rooms.Server, rooms.ServerKeys)),
            Keys = options.Keys,
            Ed25519 = options.Ed25519,
            ChecksRooms = true,
            Findings = limits,
            Jobs = options.Jobs,
            Progress = options.Progress,

            // A day of grace: the policy knows the day only, and clocks differ.
            Now = new DateTimeOffset(options.Policy.Today.AddDays(1), TimeOnly.MaxValue, TimeSpan.Zero),
        };
    }
}
