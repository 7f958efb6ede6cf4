using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>unevaluatedItems</c> (Core, section 11.2).</summary>
internal sealed class UnevaluatedItemsKeyword(SubSchema owner, SubSchema schema) : Keyword(owner, "unevaluatedItems")
{
    private readonly ChildApplication _elements = new(owner, "unevaluatedItems", "element");

    public override int Order => 100;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Array)
        {
            return true;
        }

        bool valid = true;
        int position = 0;
        foreach (Node element in node.Elements())
        {
            if (!evaluated.Contains(position++) && !_elements.Apply(schema, element, ref evaluation))
            {
                valid = false;
                if (!evaluation.Collecting)
                {
                    return false;
                }
            }
        }

        evaluated.AddAll();
        return valid;
    }
}
