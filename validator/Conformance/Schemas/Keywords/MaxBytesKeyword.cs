using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>x-maxBytes</c> (our own: the most bytes of a text in UTF-8).</summary>
internal sealed class MaxBytesKeyword(SubSchema owner, long limit) : Keyword(owner, "x-maxBytes")
{
    public override string Expected => $"at most {Words.Count(limit, "byte")}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Text || node.Utf8.Length <= limit || Fail(node, ref evaluation);
}
