using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Conformance.Events.Index;
using Conformance.Rooms.Authorisation;

namespace Conformance.Comparison;

/// <summary>Compares what two archives mean. Order, containers, encodings and how items are split into files don't matter.</summary>
internal sealed partial class ArchiveComparison
{
    private readonly ComparisonOptions _options;
    private readonly ThirdPartySignatureCheck? _thirdParty;
    private readonly CancellationToken _cancellation;
    private readonly ContentReader _first;
    private readonly ContentReader _second;
    private TableTarget _before;
    private TableTarget _after;

    private ArchiveComparison(string first, string second, ThirdPartySignatureCheck? thirdParty, ComparisonOptions options, CancellationToken cancellation)
    {
        var fingerprint = new Fingerprint();
        _options = options;
        _thirdParty = thirdParty;
        _cancellation = cancellation;
        _first = new ContentReader(first, 1, fingerprint, options);
        _second = new ContentReader(second, 2, fingerprint, options);
        _before = new TableTarget(options.Limits.Events);
        _after = new TableTarget(options.Limits.Events);
    }

    /// <summary>Compares two archives.</summary>
    /// <param name="first">The first archive's path: what should be there.</param>
    /// <param name="second">The second's: what is.</param>
    /// <param name="thirdParty">Verifies proofs of invited addresses; null where the system has no library for it.</param>
    /// <param name="options">How to compare.</param>
    /// <param name="problem">Why one of them can't be read; null when both can.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The differences; null when an archive can't be read.</returns>
    /// <exception cref="IOException">Reading failed on the way: a fault of the disk, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ArchiveDifferences? Run(
        string first, string second, ThirdPartySignatureCheck? thirdParty, ComparisonOptions options, out string? problem, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(options);
        return new ArchiveComparison(first, second, thirdParty, options, cancellation).Run(out problem);
    }

    private ArchiveDifferences? Run(out string? problem)
    {
        problem = null;
        if (!Read(_first, _before, ref problem) || !Read(_second, _after, ref problem))
        {
            return null;
        }

        (ImmutableArray<PartCount> counts, long unsignedOnly) = Count();
        ImmutableArray<Difference> listed = List(counts);
        (ImmutableArray<RoomStateDifference> states, int equal) = States();
        return new ArchiveDifferences
        {
            Counts = counts,
            Listed = listed,
            States = states,
            EqualStates = equal,
            UnsignedOnly = unsignedOnly,
            NotCompared = [.. _first.NotCompared, .. _second.NotCompared],
        };
    }

    private bool Read(ContentReader archive, TableTarget target, [NotNullWhen(false)] ref string? problem)
    {
        if (!archive.Read(target, _cancellation))
        {
            problem = archive.Problem;
            return false;
        }

        if (target.Table.IsCut)
        {
            archive.Note("all of its content", "There is more than is remembered; --limit events=N raises that.");
        }

        return true;
    }

    private (ImmutableArray<PartCount> Counts, long UnsignedOnly) Count()
    {
        int parts = Enum.GetValues<ContentPart>().Length;
        long[] same = new long[parts], lost = new long[parts], changed = new long[parts], invented = new long[parts];
        long unsignedOnly = 0;
        foreach ((FactKey key, FactValue value) in _before.Table.Facts)
        {
            long[] count = Judge(key, value, _after.Table.Find(key)) switch
            {
                null => same,
                DifferenceKind.Lost => lost,
                _ => changed,
            };
            count[(int)key.Part]++;
            unsignedOnly += ReferenceEquals(count, same) && _after.Table.Find(key)?.Unsigned != value.Unsigned ? 1 : 0;
        }

        foreach ((FactKey key, _) in _after.Table.Facts)
        {
            invented[(int)key.Part] += _before.Table.Find(key) is null ? 1 : 0;
        }

        ImmutableArray<PartCount> counts =
        [
            .. Enumerable.Range(0, parts)
                .Select(part => new PartCount((ContentPart)part, same[part], lost[part], changed[part], invented[part]))
                .Where(count => count.Same + count.Differences > 0),
        ];
        return (counts, unsignedOnly);
    }

    private DifferenceKind? Judge(FactKey key) => _before.Table.Find(key) is { } value
        ? Judge(key, value, _after.Table.Find(key))
        : _after.Table.Find(key) is null ? null : DifferenceKind.Invented;

    private DifferenceKind? Judge(FactKey key, FactValue before, FactValue? after) =>
        after is not { } other ? DifferenceKind.Lost
        : !before.SaysTheSameAs(other) || (_options.ComparesUnsigned && key.Part == ContentPart.Events && before.Unsigned != other.Unsigned) ? DifferenceKind.Changed
        : null;
}
