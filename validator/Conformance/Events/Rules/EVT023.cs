using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>An event ID that is a member of the event has the form of its room version.</summary>
internal static class EVT023
{
    private const string Id = nameof(EVT023);

    public static void Check(EventVisit visit, IdentifierFault fault)
    {
        // What is too long is so under another rule.
        if (fault is not (IdentifierFault.None or IdentifierFault.TooLong) && visit.Wants(Id))
        {
            visit.Report(Id, EventField.EventId, ("value", Quoting.Safe(visit.Event.TextOf(EventField.EventId))), ("reason", IdentifierText.Of(fault)));
        }
    }
}
