using System.Globalization;
using System.Text;
using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>Words and figures that several formats share.</summary>
internal static class ReportText
{
    /// <summary>The verdict in one word.</summary>
    public static string Verdict(Verdict verdict) => verdict switch
    {
        Policy.Verdict.Valid => "valid",
        Policy.Verdict.Invalid => "invalid",
        _ => "undetermined",
    };

    /// <summary>The name of a value of <see cref="FailOn"/>.</summary>
    public static string FailOn(FailOn failOn) => failOn switch
    {
        Policy.FailOn.Error => "error",
        Policy.FailOn.Warning => "warning",
        _ => "never",
    };

    /// <summary>The name of a value of <see cref="BaselineState"/>.</summary>
    public static string Baseline(BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        _ => "fixed",
    };

    /// <summary>The name of a status, in lower case.</summary>
    public static string Status(Catalogue.RuleStatus status) => status switch
    {
        Catalogue.RuleStatus.Spec => "spec",
        Catalogue.RuleStatus.Implied => "implied",
        Catalogue.RuleStatus.Open => "open",
        Catalogue.RuleStatus.Review => "review",
        Catalogue.RuleStatus.Contested => "contested",
        _ => "project",
    };

    /// <summary>A figure with separators between thousands.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Text with everything escaped that could act on a terminal, hide, or turn the direction of what follows.</summary>
    public static string Printable(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length + 16);
        for (int at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune))
            {
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
                at++;
                continue;
            }

            if (IsSafe(rune))
            {
                printable.Append(text, at, rune.Utf16SequenceLength);
            }
            else
            {
                printable.Append(rune.IsBmp ? $"\\u{rune.Value:x4}" : $"\\u{{{rune.Value:x}}}");
            }

            at += rune.Utf16SequenceLength;
        }

        return printable.ToString();
    }

    /// <summary>Text with halves of surrogate pairs replaced, which no encoding can carry.</summary>
    public static string WellFormed(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }

    /// <summary>A place in a line: <c>member @offset pointer room event</c>, the parts that there are.</summary>
    public static string Place(Location location)
    {
        var parts = new List<string>(5);
        Add(location.Member);
        Add(location.Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"@{offset}") : null);
        Add(location.Pointer);
        Add(location.Event is null || location.Pointer is null ? location.Room : null);
        Add(location.Event);
        return parts.Count == 0 ? "the input as a whole" : string.Join(' ', parts);

        void Add(string? part)
        {
            if (!string.IsNullOrEmpty(part))
            {
                parts.Add(Printable(part));
            }
        }
    }

    /// <summary>What was read, in one line: <c>12 members, 3 rooms</c>.</summary>
    public static string Statistics(ValidationReport report) => string.Join(", ", report.Statistics.Where(statistic => !statistic.IsDetail).Select(Statistic));

    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);

    private static string Statistic(Statistic statistic)
    {
        if (statistic.Name.Equals("bytes", StringComparison.OrdinalIgnoreCase))
        {
            return Bytes(statistic.Value);
        }

        var words = new StringBuilder();
        foreach (char c in statistic.Name)
        {
            words.Append(char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c);
        }

        string name = words.ToString();
        if (statistic.Value == 1)
        {
            int end = name.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? space : name.Length;
            name = Singular(name[..end]) + name[end..];
        }

        return $"{Number(statistic.Value)} {name}";
    }

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith('s') ? word[..^1]
        : word;

    private static string Bytes(long bytes)
    {
        (double value, string unit) = bytes switch
        {
            < 1000 => (bytes, bytes == 1 ? "byte" : "bytes"),
            < 1_000_000 => (bytes / 1e3, "kB"),
            < 1_000_000_000 => (bytes / 1e6, "MB"),
            _ => (bytes / 1e9, "GB"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {unit}");
    }
}
