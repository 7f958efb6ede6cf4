using System.Runtime.InteropServices;

namespace Conformance.Containers.Zip;

/// <summary>Which bytes of the file belong to which entry: finds entries that share bytes, and bytes of no entry.</summary>
internal sealed class ZipLayout
{
    private readonly List<(long Start, long End)> _ranges = [];
    private readonly HashSet<long> _overlapping = [];

    /// <summary>Where the first entry begins; null without entries.</summary>
    public long? First { get; private set; }

    public void Add(long start, long end) => _ranges.Add((start, end));

    /// <summary>Finds the entries that begin within others, or reach into the directory.</summary>
    public void FindOverlaps(long directoryOffset)
    {
        CollectionsMarshal.AsSpan(_ranges).Sort();
        long reached = 0;
        foreach ((long start, long end) in _ranges)
        {
            First ??= start;
            if (start < reached || end > directoryOffset)
            {
                _overlapping.Add(start);
            }

            reached = Math.Max(reached, end);
        }

        _ranges.Clear();
    }

    public bool Overlaps(long start) => _overlapping.Contains(start);

    /// <summary>Finds what no entry uses, between the first entry and the directory.</summary>
    /// <returns>The number of such bytes, and where they begin.</returns>
    public (long Bytes, long Offset) FindGaps(long directoryOffset)
    {
        CollectionsMarshal.AsSpan(_ranges).Sort();
        long bytes = 0;
        long first = 0;
        long reached = First ?? directoryOffset;
        _ranges.Add((directoryOffset, directoryOffset));
        foreach ((long start, long end) in _ranges)
        {
            if (start > reached)
            {
                first = bytes == 0 ? reached : first;
                bytes += start - reached;
            }

            reached = Math.Max(reached, end);
        }

        return (bytes, first);
    }

    public void ForgetRanges() => _ranges.Clear();
}
