using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>maxProperties</c> (Validation, section 6.5.1).</summary>
internal sealed class MaxPropertiesKeyword(SubSchema owner, long limit) : Keyword(owner, "maxProperties")
{
    public override string Expected => $"at most {Words.Count(limit, "member")}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Map || node.Count <= limit || Fail(node, ref evaluation);
}
