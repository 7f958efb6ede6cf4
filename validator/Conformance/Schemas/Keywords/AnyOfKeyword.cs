using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>anyOf</c> (Core, section 10.2.1.2).</summary>
internal sealed class AnyOfKeyword(SubSchema owner, SubSchema[] schemas) : Keyword(owner, "anyOf")
{
    public override int Order => 31;

    public override IEnumerable<SubSchema> InPlace => schemas;

    public override string Expected => $"a value that fits at least one of {schemas.Length} alternatives";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (evaluation.Collecting)
        {
            return BranchReport.Evaluate(this, schemas, node, exactlyOne: false, ref evaluation, ref evaluated);
        }

        int undetermined = evaluation.Undetermined;
        bool valid = false;
        foreach (SubSchema schema in schemas)
        {
            EvaluatedSet branch = evaluated.Branch();
            if (schema.Evaluate(node, ref evaluation, ref branch))
            {
                valid = true;
                evaluated.Merge(branch);
            }

            branch.Dispose();
            if (evaluation.Aborted || (valid && !evaluated.IsTracking))
            {
                break;
            }
        }

        if (valid && !evaluation.Aborted)
        {
            evaluation.Undetermined = undetermined;
        }

        return valid;
    }
}
