using System.Globalization;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Reports;

/// <summary>The report for people: the verdict first, then what was checked, then the findings by rule, never more than a screen or two.</summary>
internal sealed class TextReportWriter : TextualReportWriter
{
    private const int MaxNotChecked = 10;


    /// <inheritdoc />
    public override string Format => "text";

    /// <inheritdoc />
    public override string Description => "for people: the verdict, then the findings by rule";

    /// <inheritdoc />
    public override void Write(IReadOnlyList<ValidationReport> reports, TextWriter output, ReportOptions options)
    {
        var sheet = new ConsoleSheet(output, options.Width, options.Color);
        for (int i = 0; i < reports.Count; i++)
        {
            if (i > 0 && !options.Quiet)
            {
                sheet.Gap();
            }

            WriteVerdict(sheet, reports[i]);
            if (!options.Quiet)
            {
                WriteBody(sheet, reports[i], options);
            }
        }

        if (reports.Count > 1)
        {
            WriteTotal(sheet, reports, options);
        }
    }

    private static void WriteVerdict(ConsoleSheet sheet, ValidationReport report)
    {
        (string word, Tone tone) = report.Verdict switch
        {
            Verdict.Valid => ("VALID", Tone.Good),
            Verdict.Invalid => ("INVALID", Tone.Bad),
            _ => ("UNDETERMINED", Tone.Doubtful),
        };
        string condition = report.FailOn switch
        {
            FailOn.Warning => " (fail-on warning)",
            FailOn.Never => " (fail-on never)",
            _ => "",
        };
        sheet.Paragraph(0, 2,
            (word, tone),
            ($" {ReportText.Printable(report.Input)}:", Tone.Strong),
            ($" {ReportSummary.Of(report).InWords()}{condition}", Tone.Plain));
    }

    private static void WriteBody(ConsoleSheet sheet, ValidationReport report, ReportOptions options)
    {
        string container = report.Container.Length == 0 ? "" : $" ({report.Container})";
        string statistics = report.Statistics.IsEmpty ? "" : $": {ReportText.Statistics(report)}";
        string time = report.Elapsed is { } elapsed
            ? string.Create(CultureInfo.InvariantCulture, $", in {elapsed.TotalSeconds:0.00} s")
            : "";
        sheet.Paragraph(0, 2, (ReportText.Printable($"Checked as {report.Kind}{container}, profile {report.Profile}{statistics}{time}."), Tone.Faint));

        var groups = RuleGroup.Of(report);
        foreach (RuleGroup group in groups.Take(options.MaxGroups))
        {
            sheet.Gap();
            WriteGroup(sheet, group, options);
        }

        if (groups.Length > options.MaxGroups)
        {
            long left = groups.Skip(options.MaxGroups).Sum(group => group.Count);
            sheet.Gap();
            sheet.Paragraph(0, 2, (
                $"… and {ReportText.Number(left)} findings of {ReportText.Number(groups.Length - options.MaxGroups)} more rules; --report line lists them.", Tone.Strong));
        }

        WriteNotChecked(sheet, report);
        WriteEnd(sheet, report, groups.IsEmpty ? null : groups[0].Rule);
        WriteJoinCosts(sheet, report);
    }

    private static void WriteJoinCosts(ConsoleSheet sheet, ValidationReport report)
    {
        if (report.JoinCosts.IsEmpty)
        {
            return;
        }

        sheet.Gap();
        sheet.Paragraph(0, 2, ("What a join of this room costs", Tone.Strong));
        sheet.Columns(2, ("", 9, Tone.Faint), Right("state", 9, Tone.Faint), Right("members", 9, Tone.Faint), Right("auth_chain", 11, Tone.Faint), Right("events", 9, Tone.Faint), Right("bytes", 13, Tone.Faint), ("of full", 7, Tone.Faint));
        foreach (JoinCost cost in report.JoinCosts)
        {
            double share = report.JoinCosts[0].Bytes == 0 ? 1 : (double)cost.Bytes / report.JoinCosts[0].Bytes;
            sheet.Columns(
                2,
                (StateProfiles.NameOf(cost.Profile), 9, Tone.Strong),
                Right(ReportText.Number(cost.StateEvents), 9, Tone.Plain),
                Right(ReportText.Number(cost.Members), 9, Tone.Plain),
                Right(ReportText.Number(cost.ChainEvents), 11, Tone.Plain),
                Right(ReportText.Number(cost.Events), 9, Tone.Plain),
                Right(ReportText.Number(cost.Bytes), 13, Tone.Plain),
                (string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%"), 7, Tone.Plain));
        }
    }

    private static (string Text, int Width, Tone Tone) Right(string text, int width, Tone tone) => (text.PadLeft(width - 1), width, tone);

    private static void WriteGroup(ConsoleSheet sheet, RuleGroup group, ReportOptions options)
    {
        string count = group.Count > 1 ? $" ×{ReportText.Number(group.Count)}" : "";
        string standing = group.Rule.Status is RuleStatus.Spec or RuleStatus.Project ? "" : $" ({ReportText.Status(group.Rule.Status)})";
        sheet.Paragraph(0, 2,
            (Policy.SeverityNames.Of(group.Severity), ToneOf(group.Severity)),
            ($" {group.Rule.Id}", Tone.Strong),
            ($" {group.Rule.Name}{count}{standing}", Tone.Plain));

        // Of information one example is enough: what has to be done stays in sight.
        bool isInformation = group.Severity == Severity.Info;
        int places = isInformation ? Math.Min(1, options.MaxPlaces) : options.MaxPlaces;
        string? shown = null;
        foreach (AssessedFinding finding in group.Findings.Take(places))
        {
            if (finding.Message != shown)
            {
                shown = finding.Message;
                sheet.Paragraph(2, 2, (ReportText.Printable(shown), Tone.Plain));
            }

            if (finding.Location != Location.Input)
            {
                sheet.Paragraph(4, 6, (ReportText.Place(finding.Location), Tone.Faint));
            }
        }

        long left = group.Count - Math.Min(group.Findings.Length, places);
        if (left > 0)
        {
            sheet.Paragraph(4, 6, ($"… and {ReportText.Number(left)} more", Tone.Faint));
        }

        sheet.Paragraph(2, 10, ("Repair:", Tone.Strong), ($" {ReportText.Printable(group.Rule.Repair)}", Tone.Plain));
        if (!isInformation && group.Rule.Sources is [RuleSource source, ..])
        {
            sheet.Paragraph(2, 10, ("Source:", Tone.Strong), ($" {ReportText.Printable(RuleWords.Source(source))}", Tone.Plain));
        }
    }

    private static void WriteNotChecked(ConsoleSheet sheet, ValidationReport report)
    {
        if (report.NotChecked.IsEmpty)
        {
            return;
        }

        sheet.Gap();
        sheet.Paragraph(0, 2, ("Not checked", Tone.Strong));
        foreach (NotChecked item in report.NotChecked.Where(item => item.Decisive).Concat(report.NotChecked.Where(item => !item.Decisive)).Take(MaxNotChecked))
        {
            string count = item.Count > 1 ? $" (×{ReportText.Number(item.Count)})" : "";
            string place = item.Location == Location.Input ? "" : $", from {ReportText.Place(item.Location)}";
            string weight = item.Decisive ? " The verdict depends on it." : "";
            sheet.Paragraph(2, 4, ($"- {ReportText.Printable(item.What)}{count}{place}: {ReportText.Printable(item.Cause)}{weight}", Tone.Plain));
        }

        if (report.NotChecked.Length > MaxNotChecked)
        {
            sheet.Paragraph(2, 4, ($"… and {ReportText.Number(report.NotChecked.Length - MaxNotChecked)} more; --report line lists them.", Tone.Plain));
        }
    }

    private static void WriteEnd(ConsoleSheet sheet, ValidationReport report, Rule? first)
    {
        sheet.Gap();
        if (first is not null)
        {
            sheet.Paragraph(0, 2, ($"Why a rule exists, its source and examples: validate explain {first.Id}", Tone.Faint));
            return;
        }

        string text = report.Verdict switch
        {
            Verdict.Valid when report.NotChecked.IsEmpty => "No rule is broken, and nothing was left out.",
            Verdict.Valid => "Nothing is wrong in what was checked.",
            Verdict.Undetermined => "Nothing is wrong in what was checked, but not enough could be checked to call it valid.",
            _ => "",
        };
        sheet.Paragraph(0, 2, (text, Tone.Faint));
    }

    private static void WriteTotal(ConsoleSheet sheet, IReadOnlyList<ValidationReport> reports, ReportOptions options)
    {
        var parts = new List<string>();
        foreach (Verdict verdict in (ReadOnlySpan<Verdict>)[Verdict.Invalid, Verdict.Undetermined, Verdict.Valid])
        {
            int count = reports.Count(report => report.Verdict == verdict);
            if (count > 0)
            {
                parts.Add($"{ReportText.Number(count)} {ReportText.Verdict(verdict)}");
            }
        }

        if (!options.Quiet)
        {
            sheet.Gap();
        }

        sheet.Paragraph(0, 2, ($"{ReportText.Number(reports.Count)} inputs: {string.Join(", ", parts)}.", Tone.Strong));
    }

    private static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Bad,
        Severity.Warning => Tone.Doubtful,
        _ => Tone.Note,
    };
}
