namespace Conformance.Rooms.Graphs;

/// <summary>How much a graph's analysis lists and how far it searches.</summary>
internal sealed record GraphLimits
{
    /// <summary>The limits where none are given.</summary>
    public static GraphLimits Default { get; } = new();

    /// <summary>The most gaps, parts, cycles and stretches that are listed; all are counted.</summary>
    public int Listed { get; init; } = 100;

    /// <summary>The most events that are named as examples of one gap or cycle.</summary>
    public int Examples { get; init; } = 8;

    /// <summary>The most references that the search for redundant ones follows in a room.</summary>
    public long RedundancySteps { get; init; } = 20_000_000;
}
