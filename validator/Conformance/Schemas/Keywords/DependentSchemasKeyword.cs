using System.Text;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>dependentSchemas</c> (Core, section 10.2.2.4).</summary>
internal sealed class DependentSchemasKeyword(SubSchema owner, string name, string[] names, SubSchema[] schemas) : Keyword(owner, name)
{
    private readonly byte[][] _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    public override int Order => 50;

    public override IEnumerable<SubSchema> InPlace => schemas;

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
                continue;
            }

            evaluation.Report?.Push(Name, names[i]);
            valid &= schemas[i].Evaluate(node, ref evaluation, ref evaluated);
            evaluation.Report?.Pop();
        }

        return valid;
    }
}
