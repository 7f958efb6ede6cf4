using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>oneOf</c> (Core, section 10.2.1.3).</summary>
internal sealed class OneOfKeyword(SubSchema owner, SubSchema[] schemas) : Keyword(owner, "oneOf")
{
    public override int Order => 32;

    public override IEnumerable<SubSchema> InPlace => schemas;

    public override string Expected => $"a value that fits exactly one of {schemas.Length} alternatives";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (evaluation.Collecting)
        {
            return BranchReport.Evaluate(this, schemas, node, exactlyOne: true, ref evaluation, ref evaluated);
        }

        int undetermined = evaluation.Undetermined;
        int matches = 0;
        foreach (SubSchema schema in schemas)
        {
            EvaluatedSet branch = evaluated.Branch();
            if (schema.Evaluate(node, ref evaluation, ref branch))
            {
                matches++;
                evaluated.Merge(branch);
            }

            branch.Dispose();
            if (matches > 1 || evaluation.Aborted)
            {
                break;
            }
        }

        return matches == 1 && evaluation.Undetermined == undetermined;
    }
}
