namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>How much of a graph is drawn.</summary>
internal sealed record DrawingOptions
{
    /// <summary>Options for SVG and DOT.</summary>
    public static DrawingOptions Default { get; } = new();

    /// <summary>Options for Mermaid, which takes no more than 500 edges and 50,000 characters as it comes.</summary>
    public static DrawingOptions Mermaid { get; } = new() { MaxNodes = 150, MaxEdges = 450 };

    /// <summary>The most events and folded stretches that are drawn; the newest are.</summary>
    public int MaxNodes { get; init; } = 400;

    /// <summary>The most arrows that are drawn.</summary>
    public int MaxEdges { get; init; } = 2_000;

    /// <summary>The fewest events in a row that are folded into one node.</summary>
    public int FoldFrom { get; init; } = 3;

    /// <summary>The part of the graph that is drawn; null for all of it.</summary>
    public GraphWindow? Window { get; init; }
}
