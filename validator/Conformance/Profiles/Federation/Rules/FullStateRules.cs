using Conformance.Findings;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What rules share that hold an answer against the full state.</summary>
internal static class FullStateRules
{
    /// <summary>Reports state that an answer lacks; nothing when there is none.</summary>
    /// <param name="visit">The answer.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="missing">Events of the full state.</param>
    /// <param name="more">What the rule's message names beside <c>missing</c>, <c>stateKey</c> and <c>event</c>.</param>
    public static void ReportMissing(FederationVisit visit, string rule, IReadOnlyList<int> missing, params ReadOnlySpan<Argument> more)
    {
        if (missing.Count > 0)
        {
            FederationVisit full = visit.Full!.Visit;
            visit.Report(
                rule,
                [("missing", missing.Count), .. more, ("stateKey", full.TextOf(full.Room!.StateKeyOf(missing[0]))), ("event", full.Room.IdOf(missing[0]))]);
        }
    }
}
