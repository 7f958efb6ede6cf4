using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conformance.Rooms.Graphs;
using Conformance.Rooms.Graphs.Drawing;
using Conformance.Rooms.Store;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Graphs.Drawing;

/// <summary>Drawings of graphs: what is on them, that hostile text stays text, that they stay small, and that nothing lies on anything else.</summary>
public sealed partial class GraphDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Of_LongChain_FoldsWhatIsBetweenItsEnds()
    {
        List<string> lines = ["M0:1"];
        lines.AddRange(Enumerable.Range(1, 313).Select(i => $"M{i}:{i + 1} < M{i - 1}"));
        GraphDrawing drawing = GraphDrawing.Of(new GraphFixture([.. lines]).Analyse());

        drawing.Nodes.Select(node => node.Kind).ShouldBe([DrawnKind.Event, DrawnKind.Stretch, DrawnKind.Event]);
        drawing.Nodes[1].Lines.ShouldBe(["… 312 events …", "depth 2 to 313"]);
        drawing.Nodes[0].Lines[^1].ShouldBe("create · state");
        drawing.Nodes[2].Lines[^1].ShouldBe("end");
        drawing.Edges.Select(edge => (edge.From, edge.To)).ShouldBe([(1, 0), (2, 1)]);
        SvgWriter.Write(drawing).ShouldContain("… 312 events …");
        DotWriter.Write(drawing).ShouldContain("… 312 events …");
        MermaidWriter.Write(drawing).ShouldContain("… 312 events …");
    }

    [Fact]
    public void Of_EverythingThatIsMarked_SaysSoInWords()
    {
        var fixture = new GraphFixture("M0:1", "M1:2 < M0", "R:3! < M1", "S:3~ < M1", "D:9 < M1 X", "Q:10 < D M1 O", "O:5*");
        GraphDrawing drawing = GraphDrawing.Of(fixture.Analyse());
        string[] last = [.. drawing.Nodes.Select(node => node.Lines[^1])];

        last.ShouldBe(["not here", "held apart", "create · state", "$M1 · depth 2", "rejected", "soft-failed", "$D · depth 9", "end"], ignoreOrder: true);
        drawing.Sources.ShouldBe(2);
        drawing.Notes.ShouldContain("Not here: 1 event that others follow.");

        // The reference of Q to M1 says nothing new, X isn't there, O is held apart.
        drawing.Edges.Count(edge => edge.IsFaint).ShouldBe(3);
        XElement svg = Parse(SvgWriter.Write(drawing));
        svg.Elements(Svg + "g").Count(group => ((string)group.Attribute("class")!).Contains("absent", StringComparison.Ordinal)).ShouldBe(2);
        svg.Elements(Svg + "g").Count(group => (string?)group.Attribute("class") == "refused").ShouldBe(2);
        svg.Elements(Svg + "g").Count(group => (string?)group.Attribute("class") == "event end").ShouldBe(1);
    }

    [Fact]
    public void Write_HostileText_StaysText()
    {
        string[] hostile =
        [
            "</text><script>alert(1)</script>", "]]><!--", "\"];\n n9 -> n8; //", "\\\"]", "%%{init: {\"theme\":\"x\"}}%%", "$$\\frac{1}{2}$$", "&lt;&#x41;&quot;",
            "`md`\nend\nsubgraph x", "\u0000\u001b[31m\u202e\u2028", "\ufffe\uffff", "\ud83d\ude00\u0301\u0301\u0301\u0301", "#quot;", "\\N\\G\\l", "click n0 call x()",
        ];
        var fixture = new GraphFixture("1", ["C:1"]);
        for (int i = 0; i < hostile.Length; i++)
        {
            int at = i;
            fixture.Room.Add($"${hostile[i]}{i}", hostile[i], hostile[^(i + 1)], "@" + hostile[i], "{}", ["$C", hostile[i] + "missing"], change: pdu => pdu["depth"] = at);
        }

        GraphDrawing drawing = GraphDrawing.Of(fixture.Analyse());
        XElement svg = Parse(SvgWriter.Write(drawing));
        svg.Descendants().Select(element => element.Name.LocalName).Distinct()
            .ShouldBe(["title", "desc", "style", "defs", "marker", "path", "rect", "text", "g"], ignoreOrder: true);
        svg.Elements(Svg + "g").Count().ShouldBe(drawing.Nodes.Count);
        svg.Value.ShouldContain("<script>");
        svg.Value.ShouldNotContain("\u202e");

        foreach (string line in DotWriter.Write(drawing).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Take away each whole quoted string: nothing of what was in one may be left, and "&" in one only begins "&amp;".
            string bare = QuotedString().Replace(line, "S");
            DotLine().IsMatch(bare).ShouldBeTrue(line);
            line.Replace("&amp;", "", StringComparison.Ordinal).ShouldNotContain("&");
        }

        foreach (string line in MermaidWriter.Write(drawing).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            MermaidLine().IsMatch(line).ShouldBeTrue(line);
        }
    }

    [Fact]
    public void Of_ThousandsOfEventsInABraid_StaysWithinItsLimitsAndSaysSo()
    {
        GraphFixture fixture = Braid(1500);
        RoomGraph graph = fixture.Analyse();
        GraphDrawing drawing = GraphDrawing.Of(graph);

        drawing.Nodes.Count.ShouldBe(401);
        drawing.Nodes[0].Lines[0].ShouldBe("… 2602 older events …");
        drawing.Notes.ShouldContain("Only the newest 400 events are drawn: the limit is 400 nodes.");
        string mermaid = MermaidWriter.Write(GraphDrawing.Of(graph, DrawingOptions.Mermaid));
        mermaid.Split("->").Length.ShouldBeLessThanOrEqualTo(501);
        mermaid.Length.ShouldBeLessThan(50_000);
        GraphDrawing narrow = GraphDrawing.Of(graph, new DrawingOptions { MaxEdges = 10 });
        narrow.Edges.Count.ShouldBe(10);
        narrow.Notes.ShouldContain(note => note.EndsWith("not drawn: the limit is 10.", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_EventThatFollowsManyMissingOnes_IsOneNodeForAll()
    {
        GraphDrawing drawing = GraphDrawing.Of(new GraphFixture("M0:1", "M1:9 < " + string.Join(' ', Enumerable.Range(0, 500).Select(i => $"X{i}"))).Analyse());

        drawing.Nodes.Count.ShouldBe(3);
        drawing.Nodes[0].Lines.ShouldBe(["500 events", "not here"]);
    }

    [Fact]
    public void Of_Cycles_AreDrawn()
    {
        List<string> lines = ["C:1", "S:2 < S C", "A:3 < B", "B:4 < A"];
        lines.AddRange(Enumerable.Range(0, 30).Select(i => $"R{i}:9 < R{(i + 1) % 30}"));
        GraphDrawing drawing = GraphDrawing.Of(new GraphFixture("1", lines).Analyse());

        drawing.Notes.ShouldContain("3 cycles: events there come, by what they claim, before themselves.");
        Parse(SvgWriter.Write(drawing)).Elements(Svg + "path").Count().ShouldBe(drawing.Edges.Count);
    }

    [Fact]
    public void Write_EventsAddedInAnotherOrder_SameBytes()
    {
        string[] lines = ["M00:1", "M01:2 < M00", "M02A:3 < M01", "M02B:3 < M01 X Y", "M02C:3 < M01", "M03:4 < M02B M02C", "M04:5 < M02A M03", "M05:6 < M04"];
        GraphDrawing one = GraphDrawing.Of(new GraphFixture(lines).Analyse());
        GraphDrawing other = GraphDrawing.Of(new GraphFixture([lines[0], .. lines.Skip(1).Reverse()]).Analyse());

        SvgWriter.Write(other).ShouldBe(SvgWriter.Write(one));
        DotWriter.Write(other).ShouldBe(DotWriter.Write(one));
        MermaidWriter.Write(other).ShouldBe(MermaidWriter.Write(one));
    }

    [Fact]
    public void Layout_Braid_NodesUnderWhatTheyFollowAndNoneOnAnother()
    {
        Check(GraphDrawing.Of(Braid(60).Analyse()));
        Check(GraphDrawing.Of(new GraphFixture("M0:1", "A:9 < X", "B:10 < A", "C:10 < A Y", "D:11 < C B M0", "E:30 < Z").Analyse()));
    }

    [Fact]
    public void Write_RealRooms_AreValidAndReadable()
    {
        foreach ((_, RoomEvents room, _) in RealArchive.Rooms())
        {
            GraphDrawing drawing = GraphDrawing.Of(new RoomGraph(room));
            Check(drawing);
            Parse(SvgWriter.Write(drawing)).Elements(Svg + "g").Count().ShouldBe(drawing.Nodes.Count);
            DotWriter.Write(drawing).ShouldEndWith("}\n");
        }
    }

    [Fact]
    public void Write_Svg_HasTitleDescriptionAndBothColourSchemes()
    {
        string text = SvgWriter.Write(GraphDrawing.Of(new GraphFixture("M0:1").Analyse()));
        XElement svg = Parse(text);

        ((string?)svg.Attribute("role")).ShouldBe("img");
        string[] labels = ((string)svg.Attribute("aria-labelledby")!).Split(' ');
        svg.Elements().Take(2).Select(element => (string?)element.Attribute("id")).ShouldBe(labels);
        svg.Element(Svg + "title")!.Value.ShouldBe("Graph of the room !room:a");
        svg.Element(Svg + "desc")!.Value.ShouldStartWith("Room version 10. 1 event, 0 forks, 0 merges.");
        text.ShouldContain("prefers-color-scheme:dark");
        text.ShouldNotContain("\r");
    }

    private static GraphFixture Braid(int rounds)
    {
        List<string> lines = ["M0:1", "A1:2 < M0", "B1:2 < M0"];
        for (int round = 2; round <= rounds; round++)
        {
            lines.Add($"A{round}:{round + 1} < A{round - 1} B{round - 1}");
            lines.Add($"B{round}:{round + 1} < A{round - 1} B{round - 1}");
        }

        lines.Add($"E:{rounds + 2} < A{rounds} B{rounds}");
        return new GraphFixture([.. lines]);
    }

    private static void Check(GraphDrawing drawing)
    {
        var layout = new LayeredLayout(drawing);
        (double X, double Y)[] places = [.. Enumerable.Range(0, drawing.Nodes.Count).Select(layout.PlaceOf)];
        foreach (DrawnEdge edge in drawing.Edges)
        {
            places[edge.From].Y.ShouldBeGreaterThan(places[edge.To].Y + LayeredLayout.NodeHeight);
        }

        foreach (IGrouping<double, (double X, double Y)> layer in places.GroupBy(place => place.Y))
        {
            double[] across = [.. layer.Select(place => place.X).Order()];
            for (int i = 1; i < across.Length; i++)
            {
                (across[i] - across[i - 1]).ShouldBeGreaterThan(LayeredLayout.NodeWidth);
            }
        }

        places.ShouldAllBe(place => place.X >= (LayeredLayout.NodeWidth / 2) - 0.01 && place.X <= layout.Width - (LayeredLayout.NodeWidth / 2) + 0.01);
        places.ShouldAllBe(place => place.Y >= 0 && place.Y + (LayeredLayout.NodeHeight / 2) <= layout.Height + 0.01);
        places.Select(place => place.Y).Distinct().Order().Zip(places.Select(place => place.Y).Distinct().Order().Skip(1))
            .ShouldAllBe(pair => pair.Second - pair.First > LayeredLayout.NodeHeight);
    }

    private static XElement Parse(string svg) => XDocument.Parse(svg).Root!;

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex QuotedString();

    [GeneratedRegex("""^(digraph room \{|\}|  rankdir=BT;|  label=S;|  labelloc=t;|  (graph|node) \[[a-z]+=[a-z0-9]+(, [a-z]+=[A-Za-z0-9]+)*\];|  n\d+ \[label=S, tooltip=S(, [a-z]+=[A-Za-z0-9]+)*\];|  n\d+ -> n\d+( \[style=dashed\])?;)$""")]
    private static partial Regex DotLine();

    [GeneratedRegex("""^(flowchart BT|  acc(Title|Descr): [^"%{}<>`$;#]*((#\d+;)[^"%{}<>`$;#]*)*|  n\d+\["([^"%{}<>`$;#]|#\d+;|<br/>)*"\]:::[a-z]+|  n\d+ (-->|-\.->) n\d+|  classDef [a-z]+ [-a-z0-9:#, ]+)$""")]
    private static partial Regex MermaidLine();
}
