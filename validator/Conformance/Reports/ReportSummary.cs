using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>The figures of one report. Findings that were only counted are included.</summary>
/// <param name="Errors">Errors that are neither suppressed nor in the baseline.</param>
/// <param name="Warnings">Warnings, likewise.</param>
/// <param name="Infos">Findings of severity info, likewise.</param>
/// <param name="Suppressed">Findings that the configuration accepts.</param>
/// <param name="Unchanged">Findings that the baseline has too, and that aren't suppressed.</param>
/// <param name="Fixed">Findings that only the baseline has.</param>
internal sealed record ReportSummary(long Errors, long Warnings, long Infos, long Suppressed, long Unchanged, long Fixed)
{
    /// <summary>Findings that count.</summary>
    public long Total => Errors + Warnings + Infos;

    public static ReportSummary Of(params IEnumerable<ValidationReport> reports)
    {
        long errors = 0, warnings = 0, infos = 0, suppressed = 0, unchanged = 0, gone = 0;
        foreach (AssessedFinding finding in reports.SelectMany(report => report.Findings))
        {
            switch (finding)
            {
                case { Baseline: BaselineState.Fixed }:
                    gone += finding.Count;
                    break;
                case { SuppressedBecause: not null }:
                    suppressed += finding.Count;
                    break;
                case { Baseline: BaselineState.Unchanged }:
                    unchanged += finding.Count;
                    break;
                case { Severity: Severity.Error }:
                    errors += finding.Count;
                    break;
                case { Severity: Severity.Warning }:
                    warnings += finding.Count;
                    break;
                default:
                    infos += finding.Count;
                    break;
            }
        }

        return new ReportSummary(errors, warnings, infos, suppressed, unchanged, gone);
    }

    /// <summary>The figures in words: <c>2 errors, 1 warning</c>; those that are zero are left out.</summary>
    public string InWords()
    {
        var parts = new List<string>();
        Add(Errors, "error", "errors");
        Add(Warnings, "warning", "warnings");
        Add(Infos, "info", "info");
        if (parts.Count == 0)
        {
            parts.Add("no findings");
        }

        Add(Suppressed, "suppressed", "suppressed");
        Add(Unchanged, "known from the baseline", "known from the baseline");
        Add(Fixed, "fixed since the baseline", "fixed since the baseline");
        return string.Join(", ", parts);

        void Add(long count, string one, string many)
        {
            if (count > 0)
            {
                parts.Add($"{ReportText.Number(count)} {(count == 1 ? one : many)}");
            }
        }
    }
}
