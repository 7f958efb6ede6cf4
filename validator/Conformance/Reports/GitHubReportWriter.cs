using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>
/// Workflow commands, which GitHub Actions turns into annotations. It shows ten of each severity for a step, so there is one for each rule,
/// and the last says how many there were.
/// </summary>
internal sealed class GitHubReportWriter : TextualReportWriter
{
    private const int MaxAnnotations = 9;
    private const int MaxPlaces = 5;

    /// <inheritdoc />
    public override string Format => "github";

    /// <inheritdoc />
    public override string Description => "workflow commands, for annotations in GitHub Actions";

    /// <inheritdoc />
    public override void Write(IReadOnlyList<ValidationReport> reports, TextWriter output, ReportOptions options)
    {
        var shown = new Dictionary<Severity, int>();
        var left = new Dictionary<Severity, int>();
        foreach (ValidationReport report in reports)
        {
            foreach (RuleGroup group in RuleGroup.Of(report))
            {
                if (shown.GetValueOrDefault(group.Severity) >= MaxAnnotations)
                {
                    left[group.Severity] = left.GetValueOrDefault(group.Severity) + 1;
                    continue;
                }

                shown[group.Severity] = shown.GetValueOrDefault(group.Severity) + 1;
                string count = group.Count > 1 ? $" ({ReportText.Number(group.Count)} findings)" : "";
                Write(output, Command(group.Severity), report.Input, $"{group.Rule.Id} {group.Rule.Name}{count}", Body(group));
            }

            foreach (NotChecked item in report.NotChecked.Where(item => item.Decisive))
            {
                Write(output, "warning", report.Input, "Not checked", $"{item.What}: {item.Cause}");
            }
        }

        foreach (ValidationReport report in reports)
        {
            string more = left.Count == 0 ? "" : $"\n{ReportText.Number(left.Values.Sum())} more rules have findings that have no annotation here.";
            string command = report.Verdict switch
            {
                Verdict.Invalid => "error",
                Verdict.Undetermined => "warning",
                _ => "notice",
            };
            Write(output, command, report.Input, $"Conformance: {ReportText.Verdict(report.Verdict)}", ReportSummary.Of(report).InWords() + more);
        }
    }

    private static string Body(RuleGroup group)
    {
        var lines = new List<string>();
        foreach (AssessedFinding finding in group.Findings.Take(MaxPlaces))
        {
            lines.Add($"{finding.Message} [{ReportText.Place(finding.Location)}]");
        }

        long left = group.Count - Math.Min(group.Findings.Length, MaxPlaces);
        if (left > 0)
        {
            lines.Add($"… and {ReportText.Number(left)} more");
        }

        lines.Add($"Repair: {group.Rule.Repair}");
        return string.Join('\n', lines);
    }

    private static void Write(TextWriter output, string command, string file, string title, string message) =>
        output.WriteLine($"::{command} file={Property(file)},title={Property(title)}::{Data(message)}");

    private static string Command(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>The message: percent signs and line ends would be read as escapes and as the end of the command.</summary>
    private static string Data(string text) => string.Join("%0A", text.Split('\n').Select(line =>
        ReportText.Printable(line).Replace("%", "%25", StringComparison.Ordinal)));

    /// <summary>A property, in which colons and commas end it too.</summary>
    private static string Property(string text) => ReportText.Printable(text)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
