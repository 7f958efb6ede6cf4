using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>minItems</c> (Validation, section 6.4.2).</summary>
internal sealed class MinItemsKeyword(SubSchema owner, long limit) : Keyword(owner, "minItems")
{
    public override string Expected => $"at least {Words.Count(limit, "element")}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Array || node.Count >= limit || Fail(node, ref evaluation);
}
