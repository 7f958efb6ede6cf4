using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>minimum</c> (Validation, section 6.2.4).</summary>
internal sealed class MinimumKeyword(SubSchema owner, Node value) : Keyword(owner, "minimum")
{
    private readonly SchemaNumber _limit = new(value);

    public override string Expected => $"at least {Words.Value(value)}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        !JsonType.IsNumber(node) || _limit.CompareFrom(node) >= 0 || Fail(node, ref evaluation);
}
