using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>minProperties</c> (Validation, section 6.5.2).</summary>
internal sealed class MinPropertiesKeyword(SubSchema owner, long limit) : Keyword(owner, "minProperties")
{
    public override string Expected => $"at least {Words.Count(limit, "member")}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Map || node.Count >= limit || Fail(node, ref evaluation);
}
