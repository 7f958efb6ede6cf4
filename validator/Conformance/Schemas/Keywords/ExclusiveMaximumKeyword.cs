using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>exclusiveMaximum</c> (Validation, section 6.2.3).</summary>
internal sealed class ExclusiveMaximumKeyword(SubSchema owner, Node value) : Keyword(owner, "exclusiveMaximum")
{
    private readonly SchemaNumber _limit = new(value);

    public override string Expected => $"less than {Words.Value(value)}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        !JsonType.IsNumber(node) || _limit.CompareFrom(node) < 0 || Fail(node, ref evaluation);
}
