using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Policy;

/// <summary>Turns what a run found into its report: severities, messages, fingerprints, suppressions, baseline, verdict.</summary>
internal sealed partial class ReportAssembler
{
    private readonly RuleCatalogue _catalogue;
    private readonly ValidationPolicy _policy;
    private readonly Dictionary<string, long> _totals = new(StringComparer.Ordinal);
    private readonly List<AssessedFinding> _findings = [];
    private readonly List<NotChecked> _notChecked = [];
    private readonly long[] _suppressed;
    private readonly BaselineRun? _baseline;

    private ReportAssembler(RunFacts run, ValidationPolicy policy, RuleCatalogue catalogue)
    {
        _catalogue = catalogue;
        _policy = policy;
        _suppressed = new long[policy.Suppressions.Length];
        _baseline = policy.Baseline is { } baseline ? baseline.For(run.Input) ?? new BaselineRun(run.Input, [], EmptyCounts) : null;
    }

    /// <summary>Makes the report of one input.</summary>
    /// <exception cref="InvalidOperationException">A finding has a rule that the catalogue lacks.</exception>
    public static ValidationReport Assemble(RunFacts run, FindingBuffer found, ValidationPolicy policy, RuleCatalogue catalogue)
    {
        var assembler = new ReportAssembler(run, policy, catalogue);
        assembler._notChecked.AddRange(found.NotCheckedItems);
        assembler.Assess(found);
        assembler.AddSuppressionFindings();
        assembler.CountWhatWasNotKept();
        assembler.AddFixed();
        return new ValidationReport
        {
            Input = run.Input,
            Kind = run.Kind,
            Container = run.Container,
            Profile = policy.Profile.Name,
            FailOn = policy.FailOn,
            Verdict = assembler.Judge(),
            Findings = [.. assembler._findings],
            RuleCounts = assembler.CountRules(),
            NotChecked = [.. assembler._notChecked],
            Statistics = run.Statistics,
            Elapsed = run.Elapsed,
        };
    }

    private void Assess(FindingBuffer found)
    {
        foreach ((string rule, long count) in found.Counts)
        {
            if (count > 0 && _policy.SeverityOf(RuleOf(rule)) != Severity.Off)
            {
                _totals[rule] = count;
            }
        }

        var fingerprints = new Fingerprints();
        foreach (Finding finding in found.Findings.Order(Comparer<Finding>.Create(ByPlace)))
        {
            if (_totals.ContainsKey(finding.Rule))
            {
                _findings.Add(Assess(finding, fingerprints.Next(finding)));
            }
        }

        // A rule whose findings were all only counted still has to show, and to fail.
        var kept = _findings.Select(finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (string rule in BrokenRules())
        {
            if (kept.Contains(rule))
            {
                continue;
            }

            var finding = Finding.Of(rule, Location.Input);
            _findings.Add(Assess(finding, fingerprints.Next(finding)) with { Message = RuleOf(rule).Title });
        }
    }

    /// <summary>The order of the report: member's path, offset, rule. Findings that are equal in all keep the order in which they were found.</summary>
    private static int ByPlace(Finding a, Finding b)
    {
        int order = string.CompareOrdinal(a.Location.Member ?? "", b.Location.Member ?? "");
        order = order != 0 ? order : a.MemberOrdinal.CompareTo(b.MemberOrdinal);
        order = order != 0 ? order : (a.Location.Offset ?? -1).CompareTo(b.Location.Offset ?? -1);
        order = order != 0 ? order : string.CompareOrdinal(a.Rule, b.Rule);
        return order != 0 ? order : string.CompareOrdinal(a.Location.Pointer ?? "", b.Location.Pointer ?? "");
    }

    private AssessedFinding Assess(Finding finding, string fingerprint)
    {
        Rule rule = RuleOf(finding.Rule);
        return new AssessedFinding
        {
            Rule = rule,
            Severity = _policy.SeverityOf(rule),
            Location = finding.Location,
            Arguments = finding.Arguments,
            Message = MessageText.Fill(rule.Message, finding.Arguments),
            Fingerprint = fingerprint,
            SuppressedBecause = Suppress(finding, fingerprint),
            Baseline = _baseline is null ? null
                : _baseline.Findings.Any(known => known.Fingerprint == fingerprint) ? BaselineState.Unchanged
                : BaselineState.New,
        };
    }

    /// <summary>The last finding kept of each rule stands for those that were not kept; of the findings that fail, where there are such.</summary>
    private void CountWhatWasNotKept()
    {
        foreach ((string rule, long total) in _totals)
        {
            int kept = 0;
            int last = -1;
            int lastFailing = -1;
            for (int i = 0; i < _findings.Count; i++)
            {
                if (_findings[i].Rule.Id == rule)
                {
                    kept++;
                    last = i;
                    lastFailing = _findings[i].Counts() ? i : lastFailing;
                }
            }

            if (total <= kept)
            {
                continue;
            }

            int carrier = lastFailing >= 0 ? lastFailing : last;
            _findings[carrier] = _findings[carrier] with { Count = total - kept + 1 };
            if (lastFailing < 0)
            {
                AddUnseen(rule, total - kept);
            }
        }
    }

    /// <summary>All findings kept of a rule are accepted or known; whether the others are, nobody can tell.</summary>
    private void AddUnseen(string rule, long left)
    {
        bool covered = _policy.Suppressions.Any(suppression =>
            suppression.Rule == rule && suppression.CoversWholeRule && suppression.HoldsOn(_policy.Today));
        bool known = _baseline is not null && _totals[rule] <= _baseline.Counts.GetValueOrDefault(rule);
        if (!covered && !known)
        {
            _notChecked.Add(new NotChecked(
                $"whether suppressions or the baseline cover all findings of {rule}",
                "More findings than are kept; --limit findings=NUMBER keeps more of them.",
                Location.Input,
                Decisive: _policy.SeverityOf(RuleOf(rule)).Fails(_policy.FailOn),
                Count: left));
        }
    }

    private Verdict Judge() =>
        _findings.Any(finding => finding.Fails(_policy.FailOn)) ? Verdict.Invalid
        : _notChecked.Any(item => item.Decisive) ? Verdict.Undetermined
        : Verdict.Valid;

    private ImmutableArray<RuleCount> CountRules()
    {
        string[] ids = BrokenRules();
        return [.. Array.ConvertAll(ids, id => new RuleCount(RuleOf(id), _policy.SeverityOf(RuleOf(id)), _totals[id]))];
    }

    private string[] BrokenRules()
    {
        var ids = new List<string>(_totals.Count);
        foreach ((string id, _) in _totals)
        {
            ids.Add(id);
        }

        ids.Sort(StringComparer.Ordinal);
        return [.. ids];
    }

    private Rule RuleOf(string id) => _catalogue.Find(id) ?? throw new InvalidOperationException($"The catalogue has no rule {id}.");
}
