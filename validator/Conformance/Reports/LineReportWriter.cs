using System.Globalization;
using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>One finding a line, for <c>grep</c>, <c>sort</c> and editors; the last line of each input is its verdict.</summary>
internal sealed class LineReportWriter : TextualReportWriter
{
    /// <inheritdoc />
    public override string Format => "line";

    /// <inheritdoc />
    public override string Description => "one finding a line: member:offset: severity RULE message [pointer] [event]";

    /// <inheritdoc />
    public override void Write(IReadOnlyList<ValidationReport> reports, TextWriter output, ReportOptions options)
    {
        foreach (ValidationReport report in reports)
        {
            // With several inputs a member alone would not say which input is meant.
            string prefix = reports.Count > 1 ? $"{report.Input}!" : "";
            foreach (AssessedFinding finding in report.Findings)
            {
                output.WriteLine(Line(report, prefix, finding));
            }

            foreach (NotChecked item in report.NotChecked)
            {
                output.WriteLine(ReportText.Printable($"{report.Input}: not-checked {item.What}: {item.Cause}{Times(item.Count)}"));
            }

            output.WriteLine(ReportText.Printable($"{report.Input}: {ReportText.Verdict(report.Verdict)}: {ReportSummary.Of(report).InWords()}"));
        }
    }

    private static string Line(ValidationReport report, string prefix, AssessedFinding finding)
    {
        Location location = finding.Location;
        string where = location.Member is null ? report.Input : prefix + location.Member;
        string offset = location.Offset is { } at ? string.Create(CultureInfo.InvariantCulture, $":{at}") : "";
        string state = finding switch
        {
            { Baseline: BaselineState.Fixed } => " (fixed)",
            { SuppressedBecause: not null } => " (suppressed)",
            { Baseline: BaselineState.Unchanged } => " (known)",
            _ => "",
        };
        return ReportText.Printable(
            $"{where}{offset}: {SeverityNames.Of(finding.Severity)} {finding.Rule.Id} {finding.Message}{Times(finding.Count)}{state}"
            + Bracketed(location.Pointer) + Bracketed(location.Event ?? location.Room));
    }

    private static string Times(long count) => count > 1 ? $" (×{ReportText.Number(count)})" : "";

    private static string Bracketed(string? part) => string.IsNullOrEmpty(part) ? "" : $" [{part}]";
}
