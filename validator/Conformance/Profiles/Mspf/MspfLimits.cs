using Conformance.Documents.Cutting;
using Conformance.Events.Index;

namespace Conformance.Profiles.Mspf;

/// <summary>What bounds the checking of an archive. A limit that is reached becomes a finding (LIM…) and a note of what was not checked.</summary>
public sealed record MspfLimits
{
    /// <summary>The most bytes of <c>manifest.mspf.json</c> and of <c>m.core.json</c>, each.</summary>
    public int JsonBytes { get; init; } = 16 << 20;

    /// <summary>The most bytes of one room, event or user.</summary>
    public int ItemBytes { get; init; } = 64 << 20;

    /// <summary>The deepest nesting.</summary>
    public int Depth { get; init; } = 128;

    /// <summary>The most bytes that the paths of all members may take in memory.</summary>
    public long IndexBytes { get; init; } = 256L << 20;

    /// <summary>The most names of one map of rooms or users in a file that are compared, to find one that stands twice.</summary>
    public int Names { get; init; } = CutLimits.Default.Names;

    /// <summary>The most rooms that are remembered, those that <c>m.rooms</c> doesn't list too.</summary>
    public int Rooms { get; init; } = 5_000_000;

    /// <summary>The most users that are remembered.</summary>
    public int Users { get; init; } = 20_000_000;

    /// <summary>The most events that are remembered, those too that others only name.</summary>
    public long Events { get; init; } = EventIndex.DefaultLimit;

    /// <summary>The most events that state resolution may look at for each event of a room.</summary>
    public long ResolutionWork { get; init; } = 2_000;

    /// <summary>The most bytes that states before events behind gaps may take in memory.</summary>
    public long GapStateBytes { get; init; } = 256L << 20;

    /// <summary>The most bytes of a member that are kept in memory because it comes before what it needs.</summary>
    public int HeldBytes { get; init; } = 4 << 20;

    /// <summary>What bounds the cutting of a member.</summary>
    internal CutLimits ForCutting() => CutLimits.Default with { ItemBytes = ItemBytes, Depth = Depth, Names = Names };
}
