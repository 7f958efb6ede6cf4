using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>How often a rule was broken in a run.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">Its severity in this run.</param>
/// <param name="Count">All findings, those not kept too.</param>
public sealed record RuleCount(Rule Rule, Severity Severity, long Count);
