using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>propertyNames</c> (Core, section 10.3.2.4). Runs in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class PropertyNamesKeyword(SubSchema owner, SubSchema schema)
{
    private readonly ForbiddenMember _forbidden = new(owner, "propertyNames");

    public bool Apply(Node key, ref Evaluation evaluation)
    {
        EvaluatedSet none = default;
        if (evaluation.Report is null)
        {
            return schema.Evaluate(key, ref evaluation, ref none);
        }

        if (schema.IsFalse)
        {
            return _forbidden.Fail(key, ref evaluation);
        }

        evaluation.Report.Push("propertyNames");
        bool valid = schema.Evaluate(key, ref evaluation, ref none);
        evaluation.Report.Pop();
        return valid;
    }
}
