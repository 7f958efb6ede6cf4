using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>prefixItems</c> (Core, section 10.3.1.1).</summary>
internal sealed class PrefixItemsKeyword(SubSchema owner, SubSchema[] schemas) : Keyword(owner, "prefixItems")
{
    private readonly ForbiddenMember _forbidden = new(owner, "prefixItems", "element");

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

            if (!Apply(position, element, ref evaluation))
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

    private bool Apply(int position, Node element, ref Evaluation evaluation)
    {
        EvaluatedSet none = default;
        SubSchema schema = schemas[position];
        if (evaluation.Report is null)
        {
            return schema.Evaluate(element, ref evaluation, ref none);
        }

        if (schema.IsFalse)
        {
            return _forbidden.Fail(element, ref evaluation);
        }

        evaluation.Report.Push(Name, position);
        bool valid = schema.Evaluate(element, ref evaluation, ref none);
        evaluation.Report.Pop();
        return valid;
    }
}
