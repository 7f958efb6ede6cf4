using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary>The boolean schema <c>false</c> (Core, section 4.3.2), where it isn't what a keyword applies to a member or element.</summary>
internal sealed class FalseKeyword(SubSchema owner) : Keyword(owner, "false")
{
    public override string Expected => "nothing";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) => Fail(node, ref evaluation);
}
