using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary>Reports a member or element that a keyword forbids by the schema <c>false</c>, in the keyword's name.</summary>
internal sealed class ForbiddenMember(SubSchema owner, string name, string thing = "member") : Keyword(owner, name)
{
    public override string Expected => $"no such {thing}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) => base.Fail(node, ref evaluation);

    public new bool Fail(Node node, ref Evaluation evaluation) => base.Fail(node, ref evaluation);
}
