using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Conformance.Containers;
using Conformance.Events.Index;
using Conformance.Pipeline;

namespace Conformance.Comparison;

/// <summary>
/// Reads what an archive says, whatever its container, the order of its members and how its items are split into files. Says nothing of what is
/// wrong with it, but notes what could not be read.
/// </summary>
/// <param name="path">The archive.</param>
/// <param name="archive">1 for the first, 2 for the second.</param>
/// <param name="fingerprint">Makes the digests; the same for both archives.</param>
/// <param name="options">How to read.</param>
internal sealed class ContentReader(string path, int archive, Fingerprint fingerprint, ComparisonOptions options)
{
    private static readonly FindingLimits Silence = new(0, FrozenSet<string>.Empty);

    private readonly RoomVersionsOfArchive _versions = new();
    private readonly HashSet<NotCompared> _notCompared = [];

    /// <summary>The archive's path.</summary>
    public string Path => path;

    /// <summary>What could not be read.</summary>
    public IEnumerable<NotCompared> NotCompared => _notCompared;

    /// <summary>Why the archive can't be read at all; null when it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads the archive from its beginning to its end.</summary>
    /// <param name="target">Takes its facts.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>False when it can't be read; <see cref="Problem"/> says why.</returns>
    /// <exception cref="IOException">Reading failed on the way: a fault of the disk, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Read(IFactTarget target, CancellationToken cancellation)
    {
        ContainerOpening opening = ContainerFactory.Open(path.Replace('\\', '/'), options.Containers, new FindingBuffer(Silence));
        if (!opening.Succeeded)
        {
            Problem = opening.Problem;
            return false;
        }

        using Container container = opening.Container;
        using var pipeline = new BlockPipeline(options.Jobs, Silence, new FindingBuffer(Silence), options.Progress);
        if (options.Progress is { } progress)
        {
            progress.Length = container.Length;
        }

        bool isRecognised = Pass(container, pipeline, target, cancellation);
        pipeline.Drain(cancellation);
        if (container.LostEntries)
        {
            Note("members after damage in the container", "The container is damaged, or larger than a limit: validate says more.");
        }

        Problem = isRecognised
            ? null
            : $"{path} ({container.Format}) holds no manifest.mspf.json and nothing else of an MSPF archive; give the archive or the directory that has it at its root.";
        return Problem is null;
    }

    /// <summary>Notes what could not be compared; the same thing once only.</summary>
    public void Note(string what, string cause) => _notCompared.Add(new NotCompared(archive, what, cause));

    private bool Pass(Container container, BlockPipeline pipeline, IFactTarget target, CancellationToken cancellation)
    {
        bool isRecognised = false;
        var early = new HashSet<string>(StringComparer.Ordinal);
        int ordinal = 0;
        while (container.Next(cancellation) is { } entry)
        {
            ordinal++;
            if (entry.Kind != ContainerEntryKind.File)
            {
                continue;
            }

            isRecognised |= FactFiles.Kind(entry.Path) != Profiles.Mspf.ItemPart.Other;
            if (entry.Unusable)
            {
                Note(entry.Path, "The entry can't be read as a member: validate says why.");
            }
            else if (FactFiles.Kind(entry.Path) == Profiles.Mspf.ItemPart.Events && !_versions.IsComplete)
            {
                early.Add(entry.Path);
            }
            else
            {
                Meet(container, entry, ordinal, pipeline, target, cancellation);
            }
        }

        pipeline.Drain(cancellation);
        _versions.IsComplete = true;
        if (early.Count > 0 && target.Wants(ContentPart.Events))
        {
            container.Rewind();
            for (ordinal = 1; container.Next(cancellation) is { } entry; ordinal++)
            {
                if (entry.Kind == ContainerEntryKind.File && !entry.Unusable && early.Contains(entry.Path))
                {
                    Meet(container, entry, ordinal, pipeline, target, cancellation);
                }
            }
        }

        return isRecognised;
    }

    private void Meet(Container container, ContainerEntry entry, int ordinal, BlockPipeline pipeline, IFactTarget target, CancellationToken cancellation)
    {
        bool isRooms = entry.Path == FactFiles.Rooms && !_versions.IsComplete;
        bool isWanted = isRooms;
        foreach (ContentPart part in FactFiles.PartsOf(entry.Path))
        {
            isWanted |= target.Wants(part);
        }

        if (!isWanted)
        {
            return;
        }

        if (options.Progress is { } progress)
        {
            progress.Position = container.Position;
            progress.Member = entry.Path;
        }

        if (FactFiles.EncodingOf(entry.Path) is not { } encoding)
        {
            // Blocks of other files are committed on other threads.
            pipeline.Drain(cancellation);
            RawFile.Read(entry, fingerprint, target, cancellation);
        }
        else
        {
            IBlockConsumer consumer = FactFiles.Kind(entry.Path) == Profiles.Mspf.ItemPart.Events
                ? new EventFacts(_versions, fingerprint, options.Limits.Depth, target)
                : new MemberFacts(entry.Path, encoding, _versions, fingerprint, options.Limits.Depth, target);
            if (!pipeline.Run(entry.Content, encoding, entry.Path, ordinal, consumer, options.Limits.ForCutting(), () => container.ContentEndedEarly, cancellation))
            {
                Note(entry.Path, "Not all of the file could be read: validate says why.");
            }
        }

        if (container.ContentEndedEarly)
        {
            Note(entry.Path, "The file ends before its data does: the container is damaged, or larger than a limit.");
        }

        if (isRooms)
        {
            pipeline.Drain(cancellation);
            _versions.IsComplete = true;
        }
    }
}
