using System.Text;
using Conformance.Comparison;
using Conformance.Findings;

namespace Conformance.Reports.Comparison;

/// <summary>Writes the differences of two archives for people: the verdict, a table of counts, then what differs.</summary>
internal sealed class ComparisonTextWriter
{
    private const int NumberWidth = 13;
    private const int MaxStateEntries = 8;

    private readonly ArchiveDifferences _differences;
    private readonly ConsoleSheet _sheet;
    private readonly int _shown;

    private ComparisonTextWriter(ArchiveDifferences differences, TextWriter output, ReportOptions options, int shown)
    {
        _differences = differences;
        _sheet = new ConsoleSheet(output, options.Width, options.Color);
        _shown = shown;
    }

    /// <summary>Writes differences as UTF-8. The stream stays open.</summary>
    /// <param name="first">The first archive's name.</param>
    /// <param name="second">The second's.</param>
    /// <param name="differences">How they differ.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="options">Width, colours, and whether the first line is enough.</param>
    /// <param name="shown">Differences of one kind and part that are shown.</param>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    public static void Write(string first, string second, ArchiveDifferences differences, Stream output, ReportOptions options, int shown)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        writer.NewLine = "\n";
        var text = new ComparisonTextWriter(differences, writer, options, shown);
        text.WriteVerdict(first, second);
        if (!options.Quiet)
        {
            text.WriteCounts();
            text.WriteListed();
            text.WriteStates();
            text.WriteNotCompared();
        }
    }

    private void WriteVerdict(string first, string second)
    {
        (string word, Tone tone) = _differences.Count > 0 ? ("DIFFERENT", Tone.Bad) : _differences.NotCompared.Length > 0 ? ("UNDETERMINED", Tone.Doubtful) : ("SAME", Tone.Good);
        string totals = _differences.Count == 0
            ? _differences.NotCompared.Length > 0 ? "no difference was found, but not everything could be compared" : "both archives mean the same"
            : $"{Sum(count => count.Lost)} lost, {Sum(count => count.Changed)} changed, {Sum(count => count.Invented)} invented";
        _sheet.Paragraph(0, 2, (word, tone), ($" {Quoting.Safe(first)} → {Quoting.Safe(second)}:", Tone.Strong), ($" {totals}", Tone.Plain));
    }

    private string Sum(Func<PartCount, long> of) => ReportText.Number(_differences.Counts.Sum(of));

    private void WriteCounts()
    {
        _sheet.Gap();
        int width = _differences.Counts.Select(count => ComparisonWords.Title(count.Part).Length).DefaultIfEmpty(0).Max() + 2;
        _sheet.Verbatim(2, new string(' ', width) + string.Concat(((string[])["same", "lost", "changed", "invented"]).Select(title => title.PadLeft(NumberWidth))));
        foreach (PartCount count in _differences.Counts)
        {
            long[] numbers = [count.Same, count.Lost, count.Changed, count.Invented];
            _sheet.Verbatim(2, ComparisonWords.Title(count.Part).PadRight(width) + string.Concat(numbers.Select(number => ReportText.Number(number).PadLeft(NumberWidth))));
        }

        if (_differences.UnsignedOnly > 0)
        {
            _sheet.Paragraph(2, 2, ($"{ReportText.Number(_differences.UnsignedOnly)} event(s) differ in unsigned alone, which no one signs: not counted (--unsigned counts it).", Tone.Faint));
        }
    }

    private void WriteListed()
    {
        foreach (IGrouping<(ContentPart Part, DifferenceKind Kind), Difference> group in _differences.Listed.GroupBy(difference => (difference.Part, difference.Kind)))
        {
            _sheet.Gap();
            string title = ComparisonWords.Title(group.Key.Part);
            _sheet.Paragraph(0, 2, ($"{char.ToUpperInvariant(title[0])}{title[1..]} {ComparisonWords.Word(group.Key.Kind)}", Tone.Strong));
            foreach (Difference difference in group.Take(_shown))
            {
                WriteDifference(difference);
            }

            WriteMore(CountOf(group.Key.Part, group.Key.Kind) - Math.Min(_shown, group.Count()));
        }
    }

    private void WriteDifference(Difference difference)
    {
        string name = ComparisonWords.Name(difference);
        if (difference.Changes is [{ Pointer: "" } only])
        {
            _sheet.Paragraph(2, 6, ($"- {name}: {ComparisonWords.Change(only)}", Tone.Plain));
            return;
        }

        _sheet.Paragraph(2, 6, ($"- {name}", Tone.Plain));
        foreach (ValueChange change in difference.Changes)
        {
            _sheet.Paragraph(6, 8, (ComparisonWords.Change(change), Tone.Plain));
        }
    }

    private void WriteMore(long left)
    {
        if (left > 0)
        {
            _sheet.Paragraph(2, 4, ($"… and {ReportText.Number(left)} more", Tone.Faint));
        }
    }

    private long CountOf(ContentPart part, DifferenceKind kind)
    {
        PartCount count = _differences.Counts.First(count => count.Part == part);
        return kind switch
        {
            DifferenceKind.Lost => count.Lost,
            DifferenceKind.Changed => count.Changed,
            _ => count.Invented,
        };
    }

    private void WriteStates()
    {
        if (_differences.States.Length > 0)
        {
            _sheet.Gap();
            _sheet.Paragraph(0, 2, ("Current state that differs", Tone.Strong));
        }

        foreach (RoomStateDifference room in _differences.States.Take(_shown))
        {
            _sheet.Paragraph(2, 4, ($"{Quoting.Safe(room.Room)}: {ReportText.Number(room.Count)} of its entries", Tone.Plain));
            foreach (StateDifference entry in room.Entries.Take(MaxStateEntries))
            {
                string slot = $"{Quoting.Safe(entry.Type)} \"{Quoting.Safe(entry.StateKey)}\"";
                _sheet.Paragraph(4, 8, ($"- {slot}: {Quoting.Safe(entry.Before ?? "none")} → {Quoting.Safe(entry.After ?? "none")}", Tone.Plain));
            }

            if (room.Count > MaxStateEntries)
            {
                _sheet.Paragraph(4, 6, ($"… and {ReportText.Number(room.Count - MaxStateEntries)} more", Tone.Faint));
            }
        }

        WriteMore(_differences.States.Length - _shown);
        if (_differences.EqualStates > 0)
        {
            _sheet.Gap();
            _sheet.Paragraph(0, 2, ($"The current state is the same all the same in {ReportText.Number(_differences.EqualStates)} room(s) whose events differ.", Tone.Plain));
        }
    }

    private void WriteNotCompared()
    {
        if (_differences.NotCompared.Length == 0)
        {
            return;
        }

        _sheet.Gap();
        _sheet.Paragraph(0, 2, ("Not compared", Tone.Strong));
        foreach (NotCompared item in _differences.NotCompared.Take(_shown))
        {
            string where = item.Archive == 1 ? "first archive" : "second archive";
            _sheet.Paragraph(2, 4, ($"- {Quoting.Safe(item.What)} ({where}): {item.Cause}", Tone.Plain));
        }

        WriteMore(_differences.NotCompared.Length - _shown);
    }
}
