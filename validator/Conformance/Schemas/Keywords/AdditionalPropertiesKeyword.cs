using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>additionalProperties</c> (Core, section 10.3.2.3). Runs in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class AdditionalPropertiesKeyword(SubSchema owner, SubSchema schema)
{
    private readonly ChildApplication _members = new(owner, "additionalProperties");

    public bool Apply(Node value, ref Evaluation evaluation) => _members.Apply(schema, value, ref evaluation);
}
