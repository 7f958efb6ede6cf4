using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary>Evaluates alternatives so that a failure is reported as a summary with the causes in the branch that comes closest.</summary>
internal static class BranchReport
{
    public static bool Evaluate(
        Keyword keyword, SubSchema[] schemas, Node node, bool exactlyOne, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        Report report = evaluation.Report!;
        (int Violations, int Undetermined, int Parent) mark = report.Mark();
        int undetermined = evaluation.Undetermined;
        var matching = new List<int>();
        (long Distance, int Start, int End) best = (long.MaxValue, 0, 0);
        EvaluatedSet failed = evaluated.Branch();
        report.OpenSummary(keyword, node);
        for (int i = 0; i < schemas.Length; i++)
        {
            int start = report.Position;
            EvaluatedSet branch = evaluated.Branch();
            report.Push(keyword.Name, null, i);
            if (schemas[i].Evaluate(node, ref evaluation, ref branch))
            {
                matching.Add(i);
                evaluated.Merge(branch);
            }

            report.Pop();
            failed.Merge(branch);
            branch.Dispose();
            long distance = report.Distance(start, report.Position, node);
            if (distance < best.Distance)
            {
                best = (distance, start, report.Position);
            }
        }

        if (matching.Count == 0)
        {
            // All fail, and so does the whole; what they looked at isn't worth another violation.
            evaluated.Merge(failed);
        }

        failed.Dispose();
        if (matching.Count == 1 || (matching.Count > 1 && !exactlyOne))
        {
            if (!evaluation.Aborted && (!exactlyOne || evaluation.Undetermined == undetermined))
            {
                evaluation.Undetermined = undetermined;
                report.Forget(mark);
                return true;
            }
        }

        if (matching.Count > 1)
        {
            report.Forget(mark);
            evaluation.Undetermined = undetermined;
            report.Add(keyword, node, actual: $"a value that fits alternatives {string.Join(", ", matching.Select(i => i + 1))}");
        }
        else if (evaluation.Undetermined != undetermined)
        {
            report.ForgetViolations(mark);
        }
        else
        {
            report.CloseSummary(mark, best.Start, best.End);
        }

        return false;
    }
}
