using Conformance.Rooms.Graphs.Drawing;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Graphs.Drawing;

/// <summary>Small graphs as they are drawn. Each of these was looked at in a browser, in librsvg, in Graphviz or in Mermaid before it was approved.</summary>
public sealed class ApprovedDrawingTests
{
    [Fact]
    public void Svg_ForkAndMerge() => Approve(SvgWriter.Write(Drawing("A:1", "B:2 < A", "C:2 < A", "D:3 < B C")), "svg");

    [Fact]
    public void Svg_EverythingThatIsMarked() => Approve(SvgWriter.Write(Marked()), "svg");

    [Fact]
    public void Dot_EverythingThatIsMarked() => Approve(DotWriter.Write(Marked()), "dot");

    [Fact]
    public void Mermaid_EverythingThatIsMarked() => Approve(MermaidWriter.Write(Marked()), "mmd");

    // librsvg, which file managers and editors draw with, shows every box with a variable in its style black.
    [Fact]
    public void Svg_HasNoVariables() => SvgWriter.Write(Marked()).ShouldNotContain("var(");

    // Rejected and soft-failed ends, one that is held apart, a gap, a redundant reference, a depth off the formula, a row that is folded.
    private static GraphDrawing Marked() => Drawing(
        "A:1", "B:2 < A", "C:3 < B", "D:4 < C", "E:5 < D", "F:6 < E", "R:7! < F", "S:9~ < F", "G:9 < F X", "H:10 < G F O", "O:5*", "L:6 < E Y");

    private static GraphDrawing Drawing(params string[] lines) => GraphDrawing.Of(new GraphFixture(lines).Analyse());

    private static void Approve(string drawing, string extension) =>
        drawing.ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension(extension).UseCallerLocation());
}
