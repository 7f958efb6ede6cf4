using Conformance.Documents;

namespace Conformance.Schemas.Evaluating;

/// <content>Violations of branches: kept under a summary, or forgotten.</content>
internal sealed partial class Report
{
    /// <summary>Where the list stands, to go back to.</summary>
    public (int Violations, int Undetermined, int Parent) Mark() => (_violations.Count, _undetermined.Count, _parent);

    /// <summary>Forgets all since a mark.</summary>
    public void Forget((int Violations, int Undetermined, int Parent) mark)
    {
        _violations.RemoveRange(mark.Violations, _violations.Count - mark.Violations);
        _undetermined.RemoveRange(mark.Undetermined, _undetermined.Count - mark.Undetermined);
        _parent = mark.Parent;
    }

    /// <summary>Forgets the violations since a mark, but not what could not be judged.</summary>
    public void ForgetViolations((int Violations, int Undetermined, int Parent) mark)
    {
        _violations.RemoveRange(mark.Violations, _violations.Count - mark.Violations);
        _parent = mark.Parent;
    }

    /// <summary>Adds a summary under which following violations come.</summary>
    public void OpenSummary(Keyword keyword, Node node)
    {
        Add(keyword, node);
        _parent = _violations.Count - 1;
    }

    /// <summary>The end of the violations of the branch that ran last.</summary>
    public int Position => _violations.Count;

    /// <summary>How far a branch is from fitting: whether it is meant for another kind of value, then how much is wrong with it.</summary>
    public long Distance(int start, int end, Node instance)
    {
        long distance = end - start;
        for (int i = start; i < end; i++)
        {
            PendingViolation violation = _violations[i];
            if (violation.Node.Index == instance.Index && (violation.KeywordName ?? violation.Keyword.Name) is "type" or "const" or "enum" or "false")
            {
                distance += 1_000_000;
            }
            else if (violation.Keyword.Name is "const" or "enum" && IsMember(instance, violation.Node))
            {
                distance += 10_000;
            }
        }

        return distance;
    }

    /// <summary>Closes a summary, keeping the violations of one branch.</summary>
    public void CloseSummary((int Violations, int Undetermined, int Parent) mark, int start, int end)
    {
        int first = mark.Violations + 1;
        _parent = mark.Parent;
        if (first > _violations.Count)
        {
            return;
        }

        int shift = start - first;
        for (int i = start; i < end; i++)
        {
            PendingViolation violation = _violations[i];
            _violations[first + i - start] = violation.Parent >= start ? violation with { Parent = violation.Parent - shift } : violation;
        }

        int kept = first + end - start;
        _violations.RemoveRange(kept, _violations.Count - kept);
    }

    private static bool IsMember(Node map, Node value)
    {
        foreach ((_, Node member) in map.Members())
        {
            if (member.Index == value.Index)
            {
                return true;
            }
        }

        return false;
    }
}
