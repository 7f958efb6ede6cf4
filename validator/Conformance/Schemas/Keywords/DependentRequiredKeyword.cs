using System.Text;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>dependentRequired</c> (Validation, section 6.5.4).</summary>
internal sealed class DependentRequiredKeyword(SubSchema owner, string name, string[] names, string[][] required) : Keyword(owner, name)
{
    private readonly byte[][] _names = [.. names.Select(Encoding.UTF8.GetBytes)];
    private readonly byte[][][] _required = [.. required.Select(list => list.Select(Encoding.UTF8.GetBytes).ToArray())];

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Map)
        {
            return true;
        }

        bool valid = true;
        for (int i = 0; i < _names.Length; i++)
        {
            if (!node.Get(_names[i]).Exists)
            {
                continue;
            }

            for (int j = 0; j < _required[i].Length; j++)
            {
                if (!node.Get(_required[i][j]).Exists)
                {
                    valid = false;
                    if (!evaluation.Collecting)
                    {
                        return false;
                    }

                    string missing = required[i][j];
                    evaluation.Report!.Add(this, node, name: missing, expected: $"a member \"{missing}\" beside \"{names[i]}\"", actual: "nothing");
                }
            }
        }

        return valid;
    }
}
