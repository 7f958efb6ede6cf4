using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>$ref</c> (Core, section 8.2.3.1), and <c>$dynamicRef</c> where its target isn't dynamic.</summary>
internal sealed class RefKeyword(SubSchema owner, string name, SubSchema target) : Keyword(owner, name)
{
    public override int Order => 5;

    public override IEnumerable<SubSchema> InPlace => [target];

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        evaluation.Report?.Push(Name);
        bool valid = target.Evaluate(node, ref evaluation, ref evaluated);
        evaluation.Report?.Pop();
        return valid;
    }
}
