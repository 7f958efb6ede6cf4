using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>multipleOf</c> (Validation, section 6.2.1).</summary>
internal sealed class MultipleOfKeyword(SubSchema owner, Node value) : Keyword(owner, "multipleOf")
{
    private readonly SchemaNumber _limit = new(value);

    public override string Expected => $"a multiple of {Words.Value(value)}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        !JsonType.IsNumber(node) || _limit.Divides(node) || Fail(node, ref evaluation);
}
