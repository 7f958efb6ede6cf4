using Conformance.Rooms.Graphs;
using Conformance.Rooms.Graphs.Drawing;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Graphs.Drawing;

/// <summary>Parts of a graph: a chain of ten with a side branch from the third that the eighth merges, and an end of its own from the fifth.</summary>
public sealed class GraphWindowTests
{
    private readonly GraphFixture _fixture = new(
        "M0:1", "M1:2 < M0", "M2:3 < M1", "M3:4 < M2", "M4:5 < M3", "M5:6 < M4", "M6:7 < M5", "M7:8 < M6 S2", "M8:9 < M7", "M9:10 < M8",
        "S1:4 < M2", "S2:5 < S1", "E:6 < M4 X");

    private readonly RoomGraph _graph;

    public GraphWindowTests() => _graph = _fixture.Analyse();

    [Theory]
    [InlineData("M4", 0, "M4")]
    [InlineData("M4", 1, "M3 M4 M5 E")]
    [InlineData("M4", 2, "M2 M3 M4 M5 M6 E")]
    [InlineData("S2", 1, "S1 S2 M7")]
    public void Around_TakesStepsBothWays(string name, int steps, string events) => Names(GraphWindow.Around(_graph, _fixture[name], steps)).ShouldBe(Sorted(events));

    [Theory]
    [InlineData("M7", null, 99, "M7 M8 M9")]
    [InlineData(null, "M3", 99, "M0 M1 M2 M3")]
    [InlineData("M2", "M7", 99, "M2 M3 M4 M5 M6 M7 S1 S2")]
    [InlineData("S1", "M7", 99, "S1 S2 M7")]
    [InlineData("M2", null, 1, "M2 M3 S1")]
    [InlineData("M9", "M0", 99, "")]
    public void Between_TakesWhatIsAfterTheOneAndBeforeTheOther(string? from, string? to, int steps, string events) =>
        Names(GraphWindow.Between(_graph, from is null ? -1 : _fixture[from], to is null ? -1 : _fixture[to], steps)).ShouldBe(Sorted(events));

    [Fact]
    public void Newest_GoesBackFromTheEnds() => Names(GraphWindow.Newest(_graph, 1)).ShouldBe(Sorted("M9 M8 E M4"));

    [Fact]
    public void Of_Window_DrawsItAndOneNodeForTheRest()
    {
        GraphDrawing drawing = GraphDrawing.Of(_graph, new DrawingOptions { Window = GraphWindow.Around(_graph, _fixture["S2"], 1) });

        drawing.Nodes.Select(node => node.Lines[^1]).ShouldBe(["not drawn", "$S1 · depth 4", "asked for", "$M7 · depth 8"], ignoreOrder: true);
        drawing.Nodes[0].Lines[0].ShouldBe("… 10 other events …");
        drawing.Notes.ShouldContain("3 events drawn. Asked for: at most 1 step from $S2");
        drawing.Edges.Count(edge => edge.IsFaint).ShouldBe(2);
    }

    [Fact]
    public void Of_WindowThatCutsARow_FoldsWhatIsInIt()
    {
        List<string> lines = ["M0:1"];
        lines.AddRange(Enumerable.Range(1, 50).Select(i => $"M{i}:{i + 1} < M{i - 1}"));
        var fixture = new GraphFixture([.. lines]);
        RoomGraph graph = fixture.Analyse();

        GraphDrawing drawing = GraphDrawing.Of(graph, new DrawingOptions { Window = GraphWindow.Around(graph, fixture["M20"], 5) });

        drawing.Nodes.Select(node => node.Kind).ShouldBe([DrawnKind.Omitted, DrawnKind.Stretch, DrawnKind.Event, DrawnKind.Stretch]);
        drawing.Nodes[1].Lines.Take(2).ShouldBe(["… 5 events …", "depth 16 to 20"]);
        drawing.Nodes[3].Lines.Take(2).ShouldBe(["… 5 events …", "depth 22 to 26"]);
        drawing.Nodes[0].Lines[0].ShouldBe("… 40 other events …");
    }

    private static string[] Sorted(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private string[] Names(GraphWindow window) =>
        Sorted(_fixture.Names(Enumerable.Range(0, _fixture.Room.Events.Count).Where(index => window.Events[index] && _graph.IsPlaced(index))));
}
