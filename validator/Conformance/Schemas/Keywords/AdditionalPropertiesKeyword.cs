using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>additionalProperties</c> (Core, section 10.3.2.3). Runs in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class AdditionalPropertiesKeyword(SubSchema owner, SubSchema schema)
{
    private readonly ForbiddenMember _forbidden = new(owner, "additionalProperties");

    public bool Apply(Node value, ref Evaluation evaluation)
    {
        EvaluatedSet none = default;
        if (evaluation.Report is null)
        {
            return schema.Evaluate(value, ref evaluation, ref none);
        }

        if (schema.IsFalse)
        {
            return _forbidden.Fail(value, ref evaluation);
        }

        evaluation.Report.Push("additionalProperties");
        bool valid = schema.Evaluate(value, ref evaluation, ref none);
        evaluation.Report.Pop();
        return valid;
    }
}
