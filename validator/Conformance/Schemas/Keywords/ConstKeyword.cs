using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>const</c> (Validation, section 6.1.3).</summary>
internal sealed class ConstKeyword(SubSchema owner, Node value) : Keyword(owner, "const")
{
    public override int Order => -90;

    public override string Expected => Words.Value(value);

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) =>
        NodeEquality.AreEqual(value, node) || Fail(node, ref evaluation);
}
