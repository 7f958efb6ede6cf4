using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>format</c> where it asserts (Validation, section 7).</summary>
internal sealed class FormatKeyword(SubSchema owner, string format, FormatCheck check) : Keyword(owner, "format")
{
    public override string Expected => $"a string of the format {format}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        node.Kind != NodeKind.Text || check(node.Utf8) || Fail(node, ref evaluation);
}
