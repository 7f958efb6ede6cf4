using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>A sender's localpart holds what no compliant user ID has.</summary>
internal static class EVT022
{
    private const string Id = nameof(EVT022);

    public static void Check(EventVisit visit, ReadOnlySpan<byte> sender)
    {
        if (UserId.Grammar(sender) == UserIdGrammar.NonCompliant && visit.Wants(Id))
        {
            visit.Report(Id, EventField.Sender, ("sender", Quoting.Safe(sender)));
        }
    }
}
