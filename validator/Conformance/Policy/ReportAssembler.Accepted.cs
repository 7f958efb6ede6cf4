using System.Collections.Frozen;
using Conformance.Findings;

namespace Conformance.Policy;

/// <content>Suppressions and the baseline.</content>
internal sealed partial class ReportAssembler
{
    private const string SuppressionExpired = "POL001";
    private const string SuppressionUnused = "POL002";

    private static readonly FrozenDictionary<string, long> EmptyCounts = FrozenDictionary<string, long>.Empty;

    /// <summary>The reason of the first suppression in force that covers a finding; null when none does.</summary>
    private string? Suppress(Finding finding, string fingerprint)
    {
        string? reason = null;
        for (int i = 0; i < _policy.Suppressions.Length; i++)
        {
            Suppression suppression = _policy.Suppressions[i];
            if (suppression.Covers(finding.Rule, finding.Location, fingerprint))
            {
                _suppressed[i]++;
                if (suppression.HoldsOn(_policy.Today))
                {
                    reason ??= suppression.Reason;
                }
            }
        }

        return reason;
    }

    /// <summary>Suppressions that ended, or that cover nothing, are findings themselves, at the end.</summary>
    private void AddSuppressionFindings()
    {
        var fingerprints = new Fingerprints();
        for (int i = 0; i < _policy.Suppressions.Length; i++)
        {
            Suppression suppression = _policy.Suppressions[i];
            Argument file = ("file", _policy.ConfigurationName);
            Argument rule = ("rule", suppression.Rule);
            if (_suppressed[i] > 0 && !suppression.HoldsOn(_policy.Today))
            {
                Add(SuppressionExpired, suppression, fingerprints, file, rule, ("day", suppression.Expires?.ToString("yyyy-MM-dd", null)));
            }
            else if (_suppressed[i] == 0 && AllKept(suppression.Rule))
            {
                Add(SuppressionUnused, suppression, fingerprints, file, rule);
            }
        }
    }

    private void Add(string id, Suppression suppression, Fingerprints fingerprints, params ReadOnlySpan<Argument> arguments)
    {
        if (_catalogue.Find(id) is not { } known || _policy.SeverityOf(known) == Severity.Off)
        {
            return;
        }

        var finding = Finding.Of(id, new Location(Pointer: suppression.Place), arguments);
        _totals[id] = _totals.GetValueOrDefault(id) + 1;
        _findings.Add(Assess(finding, fingerprints.Next(finding)));
    }

    /// <summary>Findings of the baseline that are gone. Where not all findings were kept, one that isn't there may only have been left out.</summary>
    private void AddFixed()
    {
        if (_baseline is null)
        {
            return;
        }

        var present = _findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        foreach (BaselineFinding gone in _baseline.Findings)
        {
            if (!present.Contains(gone.Fingerprint)
                && _catalogue.Find(gone.Rule) is { } rule
                && _policy.SeverityOf(rule) is var severity and not Severity.Off
                && AllKept(rule.Id))
            {
                _findings.Add(new AssessedFinding
                {
                    Rule = rule,
                    Severity = severity,
                    Location = gone.Location,
                    Arguments = gone.Arguments,
                    Message = gone.Message,
                    Fingerprint = gone.Fingerprint,
                    Baseline = BaselineState.Fixed,
                });
            }
        }
    }

    private bool AllKept(string rule) => _totals.GetValueOrDefault(rule) <= _policy.Limits["findings"];
}
