using Conformance.Containers;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;

namespace Conformance.Comparison;

/// <summary>How archives are compared.</summary>
internal sealed record ComparisonOptions
{
    /// <summary>What bounds the reading of containers.</summary>
    public ContainerLimits Containers { get; init; } = new();

    /// <summary>What bounds the reading of archives.</summary>
    public MspfLimits Limits { get; init; } = new();

    /// <summary>Differences of one kind and part that are listed; the others are counted. At least 1.</summary>
    public int Listed { get; init; } = 100;

    /// <summary>Whether a difference in <c>unsigned</c> alone counts as one.</summary>
    public bool ComparesUnsigned { get; init; }

    /// <summary>Threads that read, at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Told what is being read; null when nobody asks.</summary>
    public RunProgress? Progress { get; init; }
}
