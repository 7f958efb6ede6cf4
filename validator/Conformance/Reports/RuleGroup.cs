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
    public static ImmutableArray<RuleGroup> Of(ValidationReport report)
    {
        var byRule = new Dictionary<string, List<AssessedFinding>>(StringComparer.Ordinal);
        foreach (AssessedFinding finding in report.Findings)
        {
            if (!finding.Counts())
            {
                continue;
            }

            if (!byRule.TryGetValue(finding.Rule.Id, out List<AssessedFinding>? findings))
            {
                byRule.Add(finding.Rule.Id, findings = []);
            }

            findings.Add(finding);
        }

        var groups = new List<RuleGroup>(byRule.Count);
        foreach (List<AssessedFinding> findings in byRule.Values)
        {
            groups.Add(Of(findings));
        }

        groups.Sort(static (a, b) => a.Severity != b.Severity ? (int)b.Severity - (int)a.Severity : string.CompareOrdinal(a.Rule.Id, b.Rule.Id));
        return [.. groups];
    }

    private static RuleGroup Of(List<AssessedFinding> findings)
    {
        long count = 0;
        foreach (AssessedFinding finding in findings)
        {
            count += finding.Count;
        }

        return new RuleGroup(findings[0].Rule, findings[0].Severity, [.. findings], count);
    }
}
