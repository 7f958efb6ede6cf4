using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Patterns;

namespace Conformance.Schemas.Keywords;

/// <summary>One entry of <c>patternProperties</c>.</summary>
internal sealed record MemberPattern(string Source, PatternMatcher Matcher, SubSchema Schema);
