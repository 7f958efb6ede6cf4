using System.Text;

namespace Conformance.Reports;

/// <summary>Writes text of any origin into Markdown (GitHub's flavour) so that it reads as what it is.</summary>
internal static class Markdown
{
    /// <summary>Running text: nothing in it is markup, a mention, a reference or a link.</summary>
    public static string Text(string text)
    {
        string printable = ReportText.Printable(text);
        var escaped = new StringBuilder(printable.Length + 16);
        for (int i = 0; i < printable.Length; i++)
        {
            char c = printable[i];
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' or '$':
                    escaped.Append('\\').Append(c);
                    break;
                case '@' or '#':
                    // An empty comment ends what would become a mention or a reference.
                    escaped.Append(c).Append("<!-- -->");
                    break;
                case ':' when printable.AsSpan(i).StartsWith("://", StringComparison.Ordinal):
                    escaped.Append("&#58;");
                    break;
                case '.' when printable.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase):
                    escaped.Append("&#46;");
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>A cell of a table: one line of <see cref="Text"/>.</summary>
    public static string Cell(string text) => Text(text.ReplaceLineEndings(" "));

    /// <summary>A code span, in a table or outside, with a fence longer than any run of backticks in it.</summary>
    public static string Code(string text)
    {
        // In a table a pipe ends the cell even in a code span; escaping it there would show outside of tables.
        string printable = ReportText.Printable(text).Replace("|", "¦", StringComparison.Ordinal);
        string fence = new('`', LongestRun(printable) + 1);
        string pad = printable.StartsWith('`') || printable.EndsWith('`') || printable.Length == 0 ? " " : "";
        return $"{fence}{pad}{printable}{pad}{fence}";
    }

    /// <summary>A block of code, with a fence longer than any run of backticks in it.</summary>
    public static string Block(string text)
    {
        string printable = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(ReportText.Printable));
        string fence = new('`', Math.Max(3, LongestRun(printable) + 1));
        return $"{fence}\n{printable}\n{fence}";
    }

    private static int LongestRun(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
