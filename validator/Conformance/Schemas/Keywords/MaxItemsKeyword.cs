using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>maxItems</c> (Validation, section 6.4.1).</summary>
internal sealed class MaxItemsKeyword(SubSchema owner, long limit) : Keyword(owner, "maxItems")
{
    public override string Expected => $"at most {Words.Count(limit, "element")}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Array || node.Count <= limit || Fail(node, ref evaluation);
}
