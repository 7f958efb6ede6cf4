namespace Conformance.Containers;

/// <summary>What bounds the reading of a container. A limit that is reached becomes a finding (LIM…) and a note of what was not checked.</summary>
public sealed record ContainerLimits
{
    /// <summary>The most entries.</summary>
    public long Entries { get; init; } = 1_000_000;

    /// <summary>The most bytes that all entries may hold, uncompressed.</summary>
    public long TotalBytes { get; init; } = 1L << 40;

    /// <summary>Uncompressed bytes for a compressed byte, at most …</summary>
    public double Ratio { get; init; } = 1000;

    /// <summary>… once this many uncompressed bytes were read: small members may compress as well as they like.</summary>
    public long RatioFloorBytes { get; init; } = 64L << 20;

    /// <summary>The most parts of a path.</summary>
    public int PathDepth { get; init; } = 32;

    /// <summary>The most bytes of a path.</summary>
    public int PathBytes { get; init; } = 4096;

    /// <summary>The most bytes of all paths together that are remembered to find two entries of one path.</summary>
    public long RememberedPathBytes { get; init; } = 128L << 20;

    /// <summary>The most bytes of one extension header (a long name, pax records).</summary>
    public int HeaderBytes { get; init; } = 1 << 20;

    /// <summary>The most bytes of a container that is held in memory because it can't be read front to back: a ZIP or 7z archive from standard input.</summary>
    public long HeldBytes { get; init; } = 256L << 20;
}
