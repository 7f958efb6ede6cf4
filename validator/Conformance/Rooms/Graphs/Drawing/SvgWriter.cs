using System.Globalization;
using System.Text;

namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>Writes a drawing as an SVG document of its own, for light and dark surroundings.</summary>
internal static class SvgWriter
{
    private const double Margin = 20;
    private const double LineHeight = 15;
    private const double LetterWidth = 6.8;
    private const double WidestNotes = 1200;

    // The look of the drawing. Colours differ in lightness too, and each mark stands on the node in words. Written out twice, since many viewers
    // know no variables; they don't know of dark surroundings either.
    private const string Style = """
        .room-graph .page{fill:#fff}
        .room-graph text{fill:#1b1f24;font:12px system-ui,sans-serif;text-anchor:middle;unicode-bidi:isolate}
        .room-graph .note{text-anchor:start}
        .room-graph .heading{text-anchor:start;font-weight:bold;font-size:14px}
        .room-graph .first{font-weight:bold}
        .room-graph rect.box{fill:#f6f8fa;stroke:#59636e}
        .room-graph .state rect.box{fill:#ddf4ff}
        .room-graph .folded rect.box{fill:#fff8c5}
        .room-graph .refused rect.box{fill:#ffebe9;stroke:#cf222e}
        .room-graph .end rect.box{stroke:#1a7f37;stroke-width:4}
        .room-graph .absent rect.box{fill:none;stroke-dasharray:6 4}
        .room-graph .named rect.box{stroke:#8250df;stroke-width:4}
        .room-graph .edge{fill:none;stroke:#59636e;stroke-width:1.3}
        .room-graph .faint{stroke-dasharray:4 4}
        .room-graph .tip{fill:#59636e}
        @media (prefers-color-scheme:dark){
        .room-graph .page{fill:#0d1117}
        .room-graph text{fill:#e6edf3}
        .room-graph rect.box{fill:#161b22;stroke:#9198a1}
        .room-graph .state rect.box{fill:#10304f}
        .room-graph .folded rect.box{fill:#3b2e05}
        .room-graph .refused rect.box{fill:#4c1519;stroke:#ff7b72}
        .room-graph .end rect.box{stroke:#56d364}
        .room-graph .absent rect.box{fill:none}
        .room-graph .named rect.box{stroke:#d2a8ff}
        .room-graph .edge{stroke:#9198a1}
        .room-graph .tip{fill:#9198a1}
        }
        """;

    /// <summary>The drawing as text, lines ending in LF.</summary>
    public static string Write(GraphDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var layout = new LayeredLayout(drawing);
        double head = (LineHeight * (drawing.Notes.Count + 2)) + Margin;
        double notes = Math.Min(WidestNotes, drawing.Notes.Max(note => (double?)note.Length * LetterWidth) ?? 0);
        double width = Math.Max(layout.Width, Math.Max(640, notes)) + (2 * Margin);
        double height = layout.Height + head + Margin;
        double left = (width - layout.Width) / 2;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"room-graph\" role=\"img\" aria-labelledby=\"room-graph-title room-graph-desc\" width=\"{R(width)}\" height=\"{R(height)}\" viewBox=\"0 0 {R(width)} {R(height)}\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"room-graph-title\">{Escape(drawing.Title)}</title>\n");
        text.Append(CultureInfo.InvariantCulture, $"<desc id=\"room-graph-desc\">{Escape(string.Join(' ', drawing.Notes))}</desc>\n");
        text.Append("<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n");
        text.Append("<defs><marker id=\"room-graph-tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path class=\"tip\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        text.Append("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
        text.Append(CultureInfo.InvariantCulture, $"<text class=\"heading\" x=\"{R(Margin)}\" y=\"{R(Margin + LineHeight)}\">{Escape(Label.Clip(drawing.Title, 80))}</text>\n");
        for (int i = 0; i < drawing.Notes.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<text class=\"note\" x=\"{R(Margin)}\" y=\"{R(Margin + (LineHeight * (i + 2)))}\">{Escape(drawing.Notes[i])}</text>\n");
        }

        for (int i = 0; i < drawing.Edges.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<path class=\"edge{(drawing.Edges[i].IsFaint ? " faint" : "")}\" marker-end=\"url(#room-graph-tip)\" d=\"{Way(layout.WayOf(i), left, head)}\"/>\n");
        }

        for (int i = 0; i < drawing.Nodes.Count; i++)
        {
            (double x, double y) = layout.PlaceOf(i);
            Write(text, drawing.Nodes[i], x + left, y + head);
        }

        return text.Append("</svg>\n").ToString();
    }

    private static void Write(StringBuilder text, DrawnNode node, double x, double y)
    {
        double boxLeft = x - (LayeredLayout.NodeWidth / 2);
        double boxTop = y - (LayeredLayout.NodeHeight / 2);
        text.Append(CultureInfo.InvariantCulture, $"<g class=\"{Look(node)}\"><title>{Escape(node.Details)}</title>");
        text.Append(CultureInfo.InvariantCulture, $"<rect class=\"box\" x=\"{R(boxLeft)}\" y=\"{R(boxTop)}\" width=\"{R(LayeredLayout.NodeWidth)}\" height=\"{R(LayeredLayout.NodeHeight)}\" rx=\"6\"/>");
        double first = y - ((node.Lines.Count - 1) * LineHeight / 2) + 4;
        for (int i = 0; i < node.Lines.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<text{(i == 0 ? " class=\"first\"" : "")} x=\"{R(x)}\" y=\"{R(first + (i * LineHeight))}\">{Escape(node.Lines[i])}</text>");
        }

        text.Append("</g>\n");
    }

    private static string Look(DrawnNode node)
    {
        string look = node.Kind switch
        {
            DrawnKind.Missing => "absent",
            DrawnKind.Omitted or DrawnKind.Stretch => "folded",
            _ when (node.Marks & DrawnMarks.Outlier) != 0 => "absent",
            _ when (node.Marks & (DrawnMarks.Rejected | DrawnMarks.SoftFailed)) != 0 => "refused",
            _ => (node.Marks & DrawnMarks.State) != 0 ? "state" : "event",
        };
        look += (node.Marks & DrawnMarks.End) != 0 ? " end" : "";
        return (node.Marks & DrawnMarks.Named) != 0 ? look + " named" : look;
    }

    private static string Way(IReadOnlyList<(double X, double Y)> points, double left, double top)
    {
        var way = new StringBuilder();
        way.Append(CultureInfo.InvariantCulture, $"M{R(points[0].X + left)} {R(points[0].Y + top)}");
        for (int i = 1; i < points.Count; i++)
        {
            (double fromX, double fromY) = (points[i - 1].X + left, points[i - 1].Y + top);
            (double x, double y) = (points[i].X + left, points[i].Y + top);
            double middle = (fromY + y) / 2;
            way.Append(CultureInfo.InvariantCulture, $"C{R(fromX)} {R(middle)} {R(x)} {R(middle)} {R(x)} {R(y)}");
        }

        return way.ToString();
    }

    private static long R(double value) => (long)Math.Round(value);

    /// <summary>Text for XML, without what XML has no form for.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                < ' ' or 0xfffe or 0xffff => escaped.Append('\ufffd'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }
}
