using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>prefixItems</c> (Core, section 10.3.1.1).</summary>
internal sealed class PrefixItemsKeyword(SubSchema owner, SubSchema[] schemas) : Keyword(owner, "prefixItems")
{
    private readonly ChildApplication _elements = new(owner, "prefixItems", "element");

    public override int Order => 10;

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
            if (position == schemas.Length)
            {
                break;
            }

            if (!_elements.Apply(schemas[position], element, ref evaluation, null, position))
            {
                valid = false;
                if (!evaluation.Collecting)
                {
                    return false;
                }
            }

            evaluated.Add(position++);
        }

        return valid;
    }
}
