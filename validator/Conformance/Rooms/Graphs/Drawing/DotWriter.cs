using System.Globalization;
using System.Text;

namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>Writes a drawing in Graphviz's DOT.</summary>
internal static class DotWriter
{
    /// <summary>The drawing as text, lines ending in LF.</summary>
    public static string Write(GraphDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var text = new StringBuilder();
        text.Append("digraph room {\n  rankdir=BT;\n  graph [fontsize=11, fontname=\"sans-serif\"];\n");
        text.Append("  label=").Append(Quote([drawing.Title, .. drawing.Notes])).Append(";\n  labelloc=t;\n");
        text.Append("  node [shape=box, fontname=\"sans-serif\", fontsize=10];\n");
        for (int i = 0; i < drawing.Nodes.Count; i++)
        {
            DrawnNode node = drawing.Nodes[i];
            text.Append(CultureInfo.InvariantCulture, $"  n{i} [label={Quote(node.Lines)}, tooltip={Quote([node.Details])}{Look(node)}];\n");
        }

        foreach (DrawnEdge edge in drawing.Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{edge.From} -> n{edge.To}{(edge.IsFaint ? " [style=dashed]" : "")};\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Look(DrawnNode node) => node.Kind switch
    {
        DrawnKind.Missing => ", style=dashed",
        DrawnKind.Omitted or DrawnKind.Stretch => ", shape=note, style=filled, fillcolor=\"#fff8c5\"",
        _ when (node.Marks & DrawnMarks.Outlier) != 0 => ", style=dotted",
        _ when (node.Marks & (DrawnMarks.Rejected | DrawnMarks.SoftFailed)) != 0 => ", style=filled, fillcolor=\"#ffebe9\", color=\"#cf222e\"",
        _ => ((node.Marks & DrawnMarks.State) != 0 ? ", style=filled, fillcolor=\"#ddf4ff\"" : "") + ((node.Marks & DrawnMarks.End) != 0 ? ", peripheries=2" : ""),
    };

    /// <summary>A quoted string; lines are centred. Graphviz reads <c>&amp;name;</c> in it, and letters after a backslash.</summary>
    private static string Quote(IReadOnlyList<string> lines) => "\"" + string.Join("\\n", lines.Select(line => line
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal))) + "\"";
}
