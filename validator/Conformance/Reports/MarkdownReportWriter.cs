using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>Markdown, for job summaries and comments.</summary>
internal sealed class MarkdownReportWriter : TextualReportWriter
{
    /// <inheritdoc />
    public override string Format => "markdown";

    /// <inheritdoc />
    public override string Description => "Markdown, for job summaries and comments";

    /// <inheritdoc />
    public override void Write(IReadOnlyList<ValidationReport> reports, TextWriter output, ReportOptions options)
    {
        for (int i = 0; i < reports.Count; i++)
        {
            if (i > 0)
            {
                output.WriteLine();
            }

            Write(reports[i], output, options);
        }
    }

    private static void Write(ValidationReport report, TextWriter output, ReportOptions options)
    {
        string sign = report.Verdict switch
        {
            Verdict.Valid => "✅",
            Verdict.Invalid => "❌",
            _ => "❔",
        };
        output.WriteLine($"## {sign} {Markdown.Code(report.Input)}: {ReportText.Verdict(report.Verdict)}");
        output.WriteLine();
        string container = report.Container.Length == 0 ? "" : $" ({Markdown.Text(report.Container)})";
        output.WriteLine($"{ReportSummary.Of(report).InWords()}. Checked as {Markdown.Text(report.Kind)}{container}, profile {Markdown.Text(report.Profile)}"
            + (report.Statistics.IsEmpty ? "." : $": {Markdown.Text(ReportText.Statistics(report))}."));
        var groups = RuleGroup.Of(report);
        if (!groups.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine("| Severity | Rule | Findings | First | Where |");
            output.WriteLine("|---|---|---:|---|---|");
            foreach (RuleGroup group in groups.Take(options.MaxGroups))
            {
                AssessedFinding first = group.Findings[0];
                output.WriteLine($"| {SeverityNames.Of(group.Severity)} | {Link(group, options)} | {ReportText.Number(group.Count)} "
                    + $"| {Markdown.Cell(first.Message)} | {Markdown.Code(ReportText.Place(first.Location))} |");
            }

            if (groups.Length > options.MaxGroups)
            {
                output.WriteLine();
                output.WriteLine($"… and {ReportText.Number(groups.Skip(options.MaxGroups).Sum(group => group.Count))} findings of "
                    + $"{ReportText.Number(groups.Length - options.MaxGroups)} more rules.");
            }

            WriteRepairs(groups.Take(options.MaxGroups), output);
        }

        WriteNotChecked(report, output);
    }

    private static void WriteRepairs(IEnumerable<RuleGroup> groups, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("<details><summary>What to do</summary>");
        output.WriteLine();
        foreach (RuleGroup group in groups)
        {
            output.WriteLine($"- **{group.Rule.Id}**: {Markdown.Cell(group.Rule.Repair)}");
        }

        output.WriteLine();
        output.WriteLine("</details>");
    }

    private static void WriteNotChecked(ValidationReport report, TextWriter output)
    {
        if (report.NotChecked.IsEmpty)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("| Not checked | Why | Times | Decides |");
        output.WriteLine("|---|---|---:|---|");
        foreach (NotChecked item in report.NotChecked)
        {
            output.WriteLine($"| {Markdown.Cell(item.What)} | {Markdown.Cell(item.Cause)} | {ReportText.Number(item.Count)} | {(item.Decisive ? "yes" : "no")} |");
        }
    }

    private static string Link(RuleGroup group, ReportOptions options)
    {
        string text = $"{group.Rule.Id} {group.Rule.Name}";
        return RuleLinks.Of(group.Rule, options) is { } uri ? $"[{text}](<{uri}>)" : text;
    }
}
