using Conformance.Documents.Cutting;
using Conformance.Events.Index;

namespace Conformance.Profiles.Federation;

/// <summary>What bounds the checking of an exchange.</summary>
public sealed record FederationLimits
{
    /// <summary>The most bytes of one event, and of a body that has none.</summary>
    public int ItemBytes { get; init; } = 64 << 20;

    /// <summary>The deepest nesting.</summary>
    public int Depth { get; init; } = 128;

    /// <summary>The most bytes of a body beside its lists of events.</summary>
    public int BodyBytes { get; init; } = 64 << 20;

    /// <summary>The most names of one object that are compared, to find one that stands twice.</summary>
    public int Names { get; init; } = CutLimits.Default.Names;

    /// <summary>The most events that are remembered, those too that others only name.</summary>
    public long Events { get; init; } = EventIndex.DefaultLimit;

    /// <summary>What bounds the cutting of a file.</summary>
    internal CutLimits ForCutting() => CutLimits.Default with { ItemBytes = ItemBytes, Depth = Depth, Names = Names };
}
