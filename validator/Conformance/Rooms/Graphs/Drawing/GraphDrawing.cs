namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>What is to be seen of a room's graph, the same for each format.</summary>
/// <param name="Title">The room, in a few words.</param>
/// <param name="Notes">What the drawing shows and leaves out, a sentence each.</param>
/// <param name="Nodes">The nodes: first those that stand for what isn't there or isn't drawn, then events, each after those that it follows.</param>
/// <param name="Sources">How many nodes come before those of events.</param>
/// <param name="Edges">The arrows.</param>
internal sealed record GraphDrawing(
    string Title,
    IReadOnlyList<string> Notes,
    IReadOnlyList<DrawnNode> Nodes,
    int Sources,
    IReadOnlyList<DrawnEdge> Edges)
{
    /// <summary>Chooses what is to be seen of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="options">How much is drawn.</param>
    public static GraphDrawing Of(RoomGraph graph, DrawingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new DrawingBuilder(graph, options ?? DrawingOptions.Default).Build();
    }
}
