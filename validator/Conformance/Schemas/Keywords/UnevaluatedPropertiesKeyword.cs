using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>unevaluatedProperties</c> (Core, section 11.3).</summary>
internal sealed class UnevaluatedPropertiesKeyword(SubSchema owner, SubSchema schema) : Keyword(owner, "unevaluatedProperties")
{
    private readonly ForbiddenMember _forbidden = new(owner, "unevaluatedProperties");

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
            if (!evaluated.Contains(position++) && !Apply(value, ref evaluation))
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

    private bool Apply(Node value, ref Evaluation evaluation)
    {
        if (schema.IsFalse)
        {
            return _forbidden.Fail(value, ref evaluation);
        }

        EvaluatedSet none = default;
        evaluation.Report?.Push(Name);
        bool valid = schema.Evaluate(value, ref evaluation, ref none);
        evaluation.Report?.Pop();
        return valid;
    }
}
