using System.Runtime.InteropServices;
using Conformance.Findings;

namespace Conformance.Pipeline;

/// <summary>What one piece of work found. Keeps a bounded number of findings a rule, and counts the others.</summary>
internal sealed class FindingBuffer(FindingLimits limits) : IFindingSink
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    public List<NotChecked> NotCheckedItems { get; } = [];

    /// <summary>All findings by rule, those that were not kept too.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public bool IsEmpty => _counts.Count == 0 && NotCheckedItems.Count == 0;

    public bool Wants(string rule) => limits.IsOn(rule) && _counts.GetValueOrDefault(rule) < limits.PerRule;

    public void Report(Finding finding)
    {
        if (!limits.IsOn(finding.Rule))
        {
            return;
        }

        ref long count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, finding.Rule, out _);
        if (count++ < limits.PerRule)
        {
            Findings.Add(finding);
        }
    }

    public void CountOnly(string rule)
    {
        if (limits.IsOn(rule))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, rule, out _)++;
        }
    }

    public void ReportNotChecked(NotChecked item)
    {
        // The same cause at many places is one item with a count, so that hostile input can't fill memory with them.
        int at = NotCheckedItems.FindIndex(known => known.What == item.What && known.Cause == item.Cause);
        if (at < 0 && NotCheckedItems.Count < FindingLimits.MaxNotChecked)
        {
            NotCheckedItems.Add(item);
            return;
        }

        at = at < 0 ? NotCheckedItems.Count - 1 : at;
        NotChecked same = NotCheckedItems[at];
        NotCheckedItems[at] = same with { Count = same.Count + item.Count, Decisive = same.Decisive || item.Decisive };
    }

    /// <summary>Adds what another piece of work found, which came later in the input.</summary>
    public void Append(FindingBuffer later)
    {
        foreach (Finding finding in later.Findings)
        {
            if (_counts.GetValueOrDefault(finding.Rule) < limits.PerRule)
            {
                Report(finding);
                later._counts[finding.Rule]--;
            }
        }

        foreach ((string rule, long left) in later._counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, rule, out _) += left;
        }

        foreach (NotChecked item in later.NotCheckedItems)
        {
            ReportNotChecked(item);
        }
    }
}
