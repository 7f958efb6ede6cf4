using System.Globalization;
using System.Text;
using Conformance.Findings;

namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>Short texts for nodes, from texts that may be hostile.</summary>
internal static class Label
{
    /// <summary>Safe text of at most so many columns; what is longer ends in an ellipsis.</summary>
    public static string Clip(ReadOnlySpan<byte> utf8, int columns) => Clip(Quoting.Safe(utf8), columns);

    /// <summary>Safe text of at most so many columns.</summary>
    public static string Clip(string safe, int columns)
    {
        int used = 0;
        int marks = 0;
        var clipped = new StringBuilder();
        foreach (Rune rune in safe.EnumerateRunes())
        {
            bool isMark = Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
            marks = isMark ? marks + 1 : 0;
            if (marks > 2)
            {
                continue;
            }

            // Letters of East Asian scripts and pictures take two columns; where exactly they begin doesn't matter here.
            used += isMark ? 0 : rune.Value >= 0x1100 && rune.Value != '…' && rune.Value is < 0x2000 or > 0x2bff ? 2 : 1;
            if (used > columns)
            {
                while (clipped.Length > 0 && used > columns - 1)
                {
                    clipped.Length -= char.IsLowSurrogate(clipped[^1]) ? 2 : 1;
                    used--;
                }

                return clipped.Append('…').ToString();
            }

            clipped.Append(rune.ToString());
        }

        return clipped.ToString();
    }

    /// <summary>"1 event", "2 events".</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
