using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>A sender is a user ID.</summary>
internal static class EVT021
{
    private const string Id = nameof(EVT021);

    public static void Check(EventVisit visit, IdentifierFault fault)
    {
        // What is too long is so under another rule.
        if (fault is not (IdentifierFault.None or IdentifierFault.TooLong) && visit.Wants(Id))
        {
            visit.Report(Id, EventField.Sender, ("value", Quoting.Safe(visit.Event.TextOf(EventField.Sender))), ("reason", IdentifierText.Of(fault)));
        }
    }
}
