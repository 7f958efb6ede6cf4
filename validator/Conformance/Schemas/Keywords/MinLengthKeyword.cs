using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>minLength</c> (Validation, section 6.3.2; code points).</summary>
internal sealed class MinLengthKeyword(SubSchema owner, long limit) : Keyword(owner, "minLength")
{
    public override string Expected => $"at least {Words.Count(limit, "character")}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Text || CodePoints.Count(node.Utf8) >= limit || Fail(node, ref evaluation);
}
