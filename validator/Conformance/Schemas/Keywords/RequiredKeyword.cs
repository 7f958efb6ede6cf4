using System.Text;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>required</c> (Validation, section 6.5.3). Up to 64 names are checked in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class RequiredKeyword(SubSchema owner, string[] names) : Keyword(owner, "required")
{
    private readonly byte[][] _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    public string[] Names { get; } = names;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Map)
        {
            return true;
        }

        bool valid = true;
        for (int i = 0; i < _utf8.Length && (valid || evaluation.Collecting); i++)
        {
            if (!node.Get(_utf8[i]).Exists)
            {
                valid = FailMissing(node, i, ref evaluation);
            }
        }

        return valid;
    }

    /// <summary>Fails for one missing name.</summary>
    public bool FailMissing(Node map, int index, ref Evaluation evaluation)
    {
        if (evaluation.Collecting)
        {
            string name = Names[index];
            evaluation.Report!.Add(this, map, name: name, expected: $"a member \"{name}\"", actual: "nothing");
        }

        return false;
    }
}
