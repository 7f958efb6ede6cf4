using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>unevaluatedProperties</c> (Core, section 11.3).</summary>
internal sealed class UnevaluatedPropertiesKeyword(SubSchema owner, SubSchema schema) : Keyword(owner, "unevaluatedProperties")
{
    private readonly ChildApplication _members = new(owner, "unevaluatedProperties");

    public override int Order => 100;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Map)
        {
            return true;
        }

        bool valid = true;
        int position = 0;
        foreach ((_, Node value) in node.Members())
        {
            if (!evaluated.Contains(position++) && !_members.Apply(schema, value, ref evaluation))
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
