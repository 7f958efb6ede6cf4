using System.Globalization;
using System.Text;

namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>Writes a drawing as a flowchart of Mermaid.</summary>
internal static class MermaidWriter
{
    /// <summary>The drawing as text, lines ending in LF.</summary>
    public static string Write(GraphDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var text = new StringBuilder();
        text.Append("flowchart BT\n");
        text.Append("  accTitle: ").Append(Escape(drawing.Title)).Append('\n');
        text.Append("  accDescr: ").Append(Escape(string.Join(' ', drawing.Notes))).Append('\n');
        for (int i = 0; i < drawing.Nodes.Count; i++)
        {
            DrawnNode node = drawing.Nodes[i];
            text.Append(CultureInfo.InvariantCulture, $"  n{i}[\"{string.Join("<br/>", node.Lines.Select(Escape))}\"]:::{Look(node)}\n");
        }

        foreach (DrawnEdge edge in drawing.Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{edge.From} {(edge.IsFaint ? "-.->" : "-->")} n{edge.To}\n");
        }

        text.Append("  classDef event stroke:#6b7480\n");
        text.Append("  classDef state fill:#ddf4ff,stroke:#6b7480,color:#1b1f24\n");
        text.Append("  classDef refused fill:#ffebe9,stroke:#cf222e,color:#1b1f24\n");
        text.Append("  classDef last stroke:#1a7f37,stroke-width:4px\n");
        text.Append("  classDef folded fill:#fff8c5,stroke:#6b7480,color:#1b1f24\n");
        return text.Append("  classDef absent stroke-dasharray:4 3\n").ToString();
    }

    private static string Look(DrawnNode node) => node.Kind switch
    {
        DrawnKind.Missing => "absent",
        DrawnKind.Omitted or DrawnKind.Stretch => "folded",
        _ when (node.Marks & DrawnMarks.Outlier) != 0 => "absent",
        _ when (node.Marks & (DrawnMarks.Rejected | DrawnMarks.SoftFailed)) != 0 => "refused",
        _ when (node.Marks & DrawnMarks.End) != 0 => "last",
        _ => (node.Marks & DrawnMarks.State) != 0 ? "state" : "event",
    };

    /// <summary>
    /// Letters and digits as they are and of ASCII little else: all other characters as <c>#code;</c>, so that nothing begins markup, a directive
    /// or a formula.
    /// </summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder();
        char last = ' ';
        foreach (char c in text)
        {
            if (c is ' ' or '.' or ',' or '-' or '_' or '/' or '@' or ':' or '!' or >= '\u0080' || char.IsAsciiLetterOrDigit(c))
            {
                escaped.Append(c);
            }
            else
            {
                // Two dollar signs in a row begin a formula, however they are written.
                escaped.Append(c == '$' && last == '$' ? "\u2060" : "").Append(CultureInfo.InvariantCulture, $"#{(int)c};");
            }

            last = c;
        }

        return escaped.ToString();
    }
}
