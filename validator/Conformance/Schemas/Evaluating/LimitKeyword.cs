using Conformance.Documents;

namespace Conformance.Schemas.Evaluating;

/// <summary>Stands for the schema itself where a limit stops its evaluation.</summary>
internal sealed class LimitKeyword(SubSchema owner) : Keyword(owner, "")
{
    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) => false;
}
