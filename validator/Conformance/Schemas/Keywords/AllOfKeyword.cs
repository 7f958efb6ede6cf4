using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>allOf</c> (Core, section 10.2.1.1).</summary>
internal sealed class AllOfKeyword(SubSchema owner, SubSchema[] schemas) : Keyword(owner, "allOf")
{
    public override int Order => 30;

    public override IEnumerable<SubSchema> InPlace => schemas;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        bool valid = true;
        for (int i = 0; i < schemas.Length && (valid || evaluation.Collecting); i++)
        {
            evaluation.Report?.Push(Name, null, i);
            valid &= schemas[i].Evaluate(node, ref evaluation, ref evaluated);
            evaluation.Report?.Pop();
        }

        return valid;
    }
}
