using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>if</c>, <c>then</c> and <c>else</c> (Core, section 10.2.2).</summary>
internal sealed class IfKeyword(SubSchema owner, SubSchema condition, SubSchema? then, SubSchema? otherwise) : Keyword(owner, "if")
{
    public override int Order => 34;

    public override IEnumerable<SubSchema> InPlace => new[] { condition, then, otherwise }.OfType<SubSchema>();

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        bool collecting = evaluation.Collecting;
        int undetermined = evaluation.Undetermined;
        EvaluatedSet branch = evaluated.Branch();
        evaluation.Collecting = false;
        evaluation.Report?.Push(Name);
        bool fits = condition.Evaluate(node, ref evaluation, ref branch);
        evaluation.Report?.Pop();
        evaluation.Collecting = collecting;
        if (fits)
        {
            evaluated.Merge(branch);
        }

        branch.Dispose();
        if (evaluation.Undetermined != undetermined)
        {
            return false;
        }

        SubSchema? next = fits ? then : otherwise;
        if (next is null)
        {
            return true;
        }

        evaluation.Report?.Push(fits ? "then" : "else");
        bool valid = next.Evaluate(node, ref evaluation, ref evaluated);
        evaluation.Report?.Pop();
        return valid;
    }
}
