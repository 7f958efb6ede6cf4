using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>maxLength</c> (Validation, section 6.3.1; code points).</summary>
internal sealed class MaxLengthKeyword(SubSchema owner, long limit) : Keyword(owner, "maxLength")
{
    public override string Expected => $"at most {Words.Count(limit, "character")}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Text || node.Utf8.Length <= limit || CodePoints.Count(node.Utf8) <= limit || Fail(node, ref evaluation);
}
