using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Events;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Policy;
using Conformance.Profiles.Federation;
using Conformance.Profiles.Federation.Conversation;
using Conformance.Profiles.Federation.Har;
using Conformance.Profiles.Federation.PartialState;
using Conformance.Profiles.Mspf;
using Conformance.Rooms.Authorisation;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

namespace Conformance.Validation;

/// <summary>Checks one answer of the Server-Server API, from its bytes to its report.</summary>
internal static class FederationRun
{
    private const int PeekBytes = 64 << 10;

    private static readonly ImmutableArray<string> Extensions = [".json", ".har"];

    /// <summary>Whether a file is a capture of a request and its answer, or an HTTP archive of several.</summary>
    /// <param name="path">The path.</param>
    public static bool IsCapture(string path)
    {
        try
        {
            return File.Exists(path) && Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()) && StartOf(() => File.OpenRead(path)) is var start
                && (HarEntries.MayBe(start) || FederationValidator.MayBeCapture(start));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening it as an archive says so in better words.
            return false;
        }
    }

    /// <summary>Whether a directory holds captures, and no archive.</summary>
    /// <param name="path">The path.</param>
    public static bool IsConversation(string path)
    {
        try
        {
            return Directory.Exists(path) && !File.Exists(Path.Combine(path, Manifest.Path)) && FilesOf(path).Any(IsCapture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Checks a file, or a directory of captures.</summary>
    /// <param name="path">The path.</param>
    /// <param name="request">What the user says of it.</param>
    /// <param name="options">How to check.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The report, or why the input can't be read.</returns>
    /// <exception cref="IOException">Reading failed on the way.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ValidationOutcome Run(string path, FederationRequest request, ValidationOptions options, CancellationToken cancellation) =>
        Directory.Exists(path)
            ? request is { Endpoint: null, RequestFile: null, FullFile: null } && IsConversation(path)
                ? RunAll(path.Replace('\\', '/'), request, options, cancellation)
                : ValidationOutcome.Unreadable($"{Quoting.Safe(path)} is a directory; give a file with an answer, or a directory of captures (.json, .har) without ENDPOINT, --request and --full.")
        : !File.Exists(path) ? ValidationOutcome.Unreadable($"{Quoting.Safe(path)}: there is no such file.")
        : Run(path.Replace('\\', '/'), new FederationInput("", () => File.OpenRead(path)), request, options, cancellation);

    /// <summary>Checks what comes from a stream that can be read once, which is held in memory.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What reports call it.</param>
    /// <param name="request">What the user says of it.</param>
    /// <param name="options">How to check.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The report, or why the input can't be read.</returns>
    /// <exception cref="IOException">Reading failed on the way.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ValidationOutcome Run(Stream stream, string name, FederationRequest request, ValidationOptions options, CancellationToken cancellation)
    {
        long limit = options.Policy.Limits["heldBytes"];
        using var held = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            cancellation.ThrowIfCancellationRequested();
            held.Write(buffer, 0, read);
            if (held.Length > limit)
            {
                return ValidationOutcome.Unreadable($"{name} has more than {limit} bytes, the most that is held in memory; save it to a file and give its path, or raise --limit heldBytes=….");
            }
        }

        byte[] bytes = held.ToArray();
        return Run(name, new FederationInput("", () => new MemoryStream(bytes, writable: false)), request, options, cancellation);
    }

    private static ValidationOutcome RunAll(string path, FederationRequest request, ValidationOptions options, CancellationToken cancellation)
    {
        int limit = (int)Math.Min(int.MaxValue, options.Policy.Limits["entries"]);
        string[] files = [.. FilesOf(path).Take(limit)];
        FederationInput[] inputs = [.. files.Select((file, i) => new FederationInput(Path.GetFileName(file), () => File.OpenRead(file)) { Ordinal = i + 1 })];
        return Run(path, request, options, "JSON", (federation, findings) => FederationConversation.Run(inputs, federation, limit, findings, cancellation));
    }

    private static IEnumerable<string> FilesOf(string directory) =>
        Extensions.SelectMany(extension => Directory.EnumerateFiles(directory, "*" + extension)).Order(StringComparer.Ordinal);

    private static byte[] StartOf(Func<Stream> open)
    {
        using Stream stream = open();
        byte[] start = new byte[PeekBytes];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    private static ValidationOutcome Run(string name, FederationInput input, FederationRequest request, ValidationOptions options, CancellationToken cancellation)
    {
        if (HarEntries.MayBe(StartOf(input.Open)))
        {
            int limit = (int)Math.Min(int.MaxValue, options.Policy.Limits["entries"]);
            return request is { Endpoint: null, RequestFile: null }
                ? Run(name, request, options, "HAR", (federation, findings) => FederationConversation.Run([input], federation, limit, findings, cancellation))
                : ValidationOutcome.Unreadable($"{Quoting.Safe(name)} is an HTTP archive (HAR), whose entries name their endpoints; give it without ENDPOINT and --request.");
        }

        FederationInput? apart = request.RequestFile is { } file ? new FederationInput(Path.GetFileName(file), () => File.OpenRead(file)) { Ordinal = 2 } : null;
        return Run(name, request, options, "JSON", (federation, findings) => FederationValidator.Run(input, apart, federation, findings, cancellation));
    }

    private static ValidationOutcome Run(
        string name, FederationRequest request, ValidationOptions options, string format, Func<FederationOptions, FindingBuffer, FederationSummary> check)
    {
        long started = options.Stopwatch?.GetTimestamp() ?? 0;
        FindingLimits limits = options.Policy.ForFindings();
        var findings = new FindingBuffer(limits);
        var signatures = new SignatureNotes(options);
        Ed25519Library? library = options.Ed25519();
        (KeyRing keys, SignatureRun run) = signatures.Begin();
        var federation = new FederationOptions
        {
            Endpoint = request.Endpoint,
            Version = request.Version,
            Profile = request.Profile,
            Full = request.FullFile is { } full ? new FederationInput(Path.GetFileName(full), () => File.OpenRead(full)) { Ordinal = 3 } : null,
            Limits = options.Policy.Limits.ForFederation(),
            Findings = limits,
            Jobs = options.Jobs,
            Signatures = run,
            Keys = keys,
            Ed25519 = library,
            ThirdParty = ThirdPartySignatures.By(library),
            Progress = options.Progress,
        };
        FederationSummary summary = check(federation, findings);
        if (summary.Problem is not null)
        {
            return ValidationOutcome.Unreadable($"{name}: {summary.Problem}");
        }

        ImmutableArray<JoinCost> costs = request.ComparesProfiles && summary.Visit is { } visit ? JoinCosts.Of(visit) : [];

        if (summary.Counts.Events > 0)
        {
            var counts = new EventCounts();
            counts.Add(summary.Counts);
            counts.Add(summary.FullCounts ?? new EventCounts());
            signatures.Report(counts.Signatures, findings);
        }

        TimeSpan? elapsed = options.Stopwatch?.GetElapsedTime(started);
        string kind = summary.Endpoint.Length == 0 ? "federation conversation" : summary.IsCapture ? $"capture of {summary.Endpoint}" : $"answer to {summary.Endpoint}";
        ImmutableArray<Statistic> statistics = summary.Statistics.AddRange(summary.Counts.ToStatistics());
        ValidationReport report = ReportAssembler.Assemble(new RunFacts(name, kind, format, statistics, elapsed), findings, options.Policy, RuleCatalogue.Default);
        return ValidationOutcome.Of(report with { JoinCosts = costs });
    }
}
