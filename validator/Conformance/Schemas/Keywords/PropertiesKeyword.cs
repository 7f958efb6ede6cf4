using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>properties</c> (Core, section 10.3.2.1). Runs in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class PropertiesKeyword(SubSchema owner, string[] names, SubSchema[] schemas)
{
    private readonly ForbiddenMember _forbidden = new(owner, "properties");

    public string[] Names { get; } = names;

    public SubSchema[] Schemas { get; } = schemas;

    public bool Apply(int index, SubSchema schema, Node value, ref Evaluation evaluation)
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

        evaluation.Report.Push("properties", Names[index]);
        bool valid = schema.Evaluate(value, ref evaluation, ref none);
        evaluation.Report.Pop();
        return valid;
    }
}
