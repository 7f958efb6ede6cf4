using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>contains</c> (Core, section 10.3.1.3) with <c>minContains</c> and <c>maxContains</c> (Validation, sections 6.4.4 and 6.4.5).</summary>
internal sealed class ContainsKeyword(SubSchema owner, SubSchema schema, long? min, long? max) : Keyword(owner, "contains")
{
    private readonly long _min = min ?? 1;

    public override int Order => 20;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Array)
        {
            return true;
        }

        bool collecting = evaluation.Collecting;
        int undetermined = evaluation.Undetermined;
        long matches = 0;
        int position = 0;
        evaluation.Collecting = false;
        evaluation.Report?.Push(Name);
        foreach (Node element in node.Elements())
        {
            EvaluatedSet none = default;
            if (schema.Evaluate(element, ref evaluation, ref none))
            {
                matches++;
                evaluated.Add(position);
                if (matches >= _min && max is null && !evaluated.IsTracking)
                {
                    break;
                }
            }

            position++;
        }

        evaluation.Report?.Pop();
        evaluation.Collecting = collecting;
        if (evaluation.Undetermined != undetermined)
        {
            return false;
        }

        return matches < _min ? FailCount(node, matches, ref evaluation, atLeast: true)
            : !(matches > max) || FailCount(node, matches, ref evaluation, atLeast: false);
    }

    private bool FailCount(Node node, long matches, ref Evaluation evaluation, bool atLeast)
    {
        if (evaluation.Collecting)
        {
            evaluation.Report!.Add(
                this,
                node,
                keywordName: !atLeast ? "maxContains" : min is null ? null : "minContains",
                expected: $"{(atLeast ? "at least" : "at most")} {Words.Count((atLeast ? _min : max!.Value), "matching element")}",
                actual: Words.Count(matches, "matching element"));
        }

        return false;
    }
}
