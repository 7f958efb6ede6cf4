using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>items</c> (Core, section 10.3.1.2): the elements after those of <c>prefixItems</c>.</summary>
internal sealed class ItemsKeyword(SubSchema owner, SubSchema schema, int prefix) : Keyword(owner, "items")
{
    private readonly ForbiddenMember _forbidden = new(owner, "items", "element");

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
        evaluation.Report?.Push(Name);
        foreach (Node element in node.Elements())
        {
            if (position++ >= prefix && !Apply(element, ref evaluation))
            {
                valid = false;
                if (!evaluation.Collecting)
                {
                    break;
                }
            }
        }

        evaluation.Report?.Pop();
        return valid;
    }

    private bool Apply(Node element, ref Evaluation evaluation)
    {
        if (schema.IsFalse && evaluation.Collecting)
        {
            evaluation.Report!.Pop();
            _forbidden.Fail(element, ref evaluation);
            evaluation.Report.Push(Name);
            return false;
        }

        EvaluatedSet none = default;
        return schema.Evaluate(element, ref evaluation, ref none);
    }
}
