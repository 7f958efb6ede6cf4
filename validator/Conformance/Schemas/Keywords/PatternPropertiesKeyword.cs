using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Patterns;

namespace Conformance.Schemas.Keywords;

/// <summary><c>patternProperties</c> (Core, section 10.3.2.2). Runs in the pass over the members (<see cref="MembersKeyword"/>).</summary>
internal sealed class PatternPropertiesKeyword(SubSchema owner, MemberPattern[] patterns)
    : Keyword(owner, "patternProperties")
{
    private readonly ChildApplication _members = new(owner, "patternProperties");

    /// <summary>Applies the schemas whose patterns match a name.</summary>
    public bool Apply(Node key, Node value, ref Evaluation evaluation, ref bool taken)
    {
        if (key.Kind != NodeKind.Text)
        {
            return true;
        }

        bool valid = true;
        foreach (MemberPattern pattern in patterns)
        {
            switch (pattern.Matcher.Match(key.Utf8))
            {
                case PatternResult.Match:
                    taken = true;
                    valid &= _members.Apply(pattern.Schema, value, ref evaluation, pattern.Source);
                    break;
                case PatternResult.Undetermined:
                    taken = true;
                    valid = GiveUp(key, ref evaluation, $"a name that can be matched with {pattern.Source} in time");
                    break;
                default:
                    break;
            }

            if (!valid && !evaluation.Collecting)
            {
                return false;
            }
        }

        return valid;
    }

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) => true;
}
