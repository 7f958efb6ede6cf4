using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>propertyNames</c> (Core, section 10.3.2.4). Runs in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class PropertyNamesKeyword(SubSchema owner, SubSchema schema)
{
    private readonly ChildApplication _members = new(owner, "propertyNames");

    public bool Apply(Node key, ref Evaluation evaluation) => _members.Apply(schema, key, ref evaluation);
}
