using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>The findings of one rule that count.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">Its severity in the run.</param>
/// <param name="Findings">Those that were kept, in the order of the report.</param>
/// <param name="Count">All of them.</param>
internal sealed record RuleGroup(Rule Rule, Severity Severity, ImmutableArray<AssessedFinding> Findings, long Count)
{
    /// <summary>The groups of a report: the most severe first, then by rule.</summary>
    public static ImmutableArray<RuleGroup> Of(ValidationReport report) =>
    [
        .. report.Findings
            .Where(finding => finding.Counts())
            .GroupBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .Select(group => new RuleGroup(group.First().Rule, group.First().Severity, [.. group], group.Sum(finding => finding.Count)))
            .OrderByDescending(group => group.Severity)
            .ThenBy(group => group.Rule.Id, StringComparer.Ordinal),
    ];
}
