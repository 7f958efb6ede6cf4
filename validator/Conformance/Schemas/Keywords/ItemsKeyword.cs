using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>items</c> (Core, section 10.3.1.2): the elements after those of <c>prefixItems</c>.</summary>
internal sealed class ItemsKeyword(SubSchema owner, SubSchema schema, int prefix) : Keyword(owner, "items")
{
    private readonly ChildApplication _elements = new(owner, "items", "element");

    public override int Order => 11;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Array)
        {
            return true;
        }

        if (node.Count > prefix)
        {
            evaluated.AddAll();
        }

        if (schema.IsTrivial)
        {
            return true;
        }

        bool valid = true;
        int position = 0;
        foreach (Node element in node.Elements())
        {
            if (position++ >= prefix && !_elements.Apply(schema, element, ref evaluation))
            {
                valid = false;
                if (!evaluation.Collecting)
                {
                    break;
                }
            }
        }

        return valid;
    }
}
