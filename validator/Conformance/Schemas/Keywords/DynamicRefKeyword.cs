using Conformance.Documents;
using Conformance.Schemas.Compiling;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>$dynamicRef</c> to a dynamic anchor (Core, section 8.2.3.2): the outermost resource entered that has the anchor decides.</summary>
internal sealed class DynamicRefKeyword(SubSchema owner, SubSchema target, Dictionary<SchemaResource, SubSchema> candidates)
    : Keyword(owner, "$dynamicRef")
{
    public override int Order => 5;

    public override IEnumerable<SubSchema> InPlace => [target, .. candidates.Values];

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        SubSchema chosen = target;
        SchemaResource? last = null;
        foreach (SchemaResource resource in evaluation.Scope)
        {
            if (resource != last && candidates.TryGetValue(resource, out SubSchema? candidate))
            {
                chosen = candidate;
                break;
            }

            last = resource;
        }

        evaluation.Report?.Push(Name);
        bool valid = chosen.Evaluate(node, ref evaluation, ref evaluated);
        evaluation.Report?.Pop();
        return valid;
    }
}
