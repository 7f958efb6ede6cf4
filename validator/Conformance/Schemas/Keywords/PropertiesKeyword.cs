using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>properties</c> (Core, section 10.3.2.1). Runs in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class PropertiesKeyword(SubSchema owner, string[] names, SubSchema[] schemas)
{
    private readonly ChildApplication _members = new(owner, "properties");

    public string[] Names { get; } = names;

    public SubSchema[] Schemas { get; } = schemas;

    public bool Apply(int index, Node value, ref Evaluation evaluation) => _members.Apply(Schemas[index], value, ref evaluation, Names[index]);
}
