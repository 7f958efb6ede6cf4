using System.Text;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>dependentRequired</c> (Validation, section 6.5.4).</summary>
internal sealed class DependentRequiredKeyword(SubSchema owner, string name, (string Name, string[] Required)[] dependencies) : Keyword(owner, name)
{
    private readonly (byte[] Name, byte[][] Required)[] _utf8 =
        [.. dependencies.Select(d => (Encoding.UTF8.GetBytes(d.Name), d.Required.Select(Encoding.UTF8.GetBytes).ToArray()))];

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Map)
        {
            return true;
        }

        bool valid = true;
        for (int i = 0; i < _utf8.Length; i++)
        {
            if (!node.Get(_utf8[i].Name).Exists)
            {
                continue;
            }

            for (int j = 0; j < _utf8[i].Required.Length; j++)
            {
                if (!node.Get(_utf8[i].Required[j]).Exists)
                {
                    valid = false;
                    if (!evaluation.Collecting)
                    {
                        return false;
                    }

                    string missing = dependencies[i].Required[j];
                    evaluation.Report!.Add(this, node, name: missing, expected: $"a member \"{missing}\" beside \"{dependencies[i].Name}\"", actual: "nothing");
                }
            }
        }

        return valid;
    }
}
