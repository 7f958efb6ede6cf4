using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Patterns;

namespace Conformance.Schemas.Keywords;

/// <summary><c>pattern</c> (Validation, section 6.3.3).</summary>
internal sealed class PatternKeyword(SubSchema owner, string source, PatternMatcher matcher) : Keyword(owner, "pattern")
{
    public override string Expected => $"a string that matches {source}";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Text)
        {
            return true;
        }

        return matcher.Match(node.Utf8) switch
        {
            PatternResult.Match => true,
            PatternResult.NoMatch => Fail(node, ref evaluation),
            _ => GiveUp(node, ref evaluation, $"a string that can be matched with {source} in time"),
        };
    }
}
