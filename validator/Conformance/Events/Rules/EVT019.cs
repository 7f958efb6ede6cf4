using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>A room ID has the form of its room version.</summary>
internal static class EVT019
{
    private const string Id = nameof(EVT019);

    public static void Check(EventVisit visit, IdentifierFault fault)
    {
        // What is too long is so under another rule.
        if (fault is not (IdentifierFault.None or IdentifierFault.TooLong) && visit.Wants(Id))
        {
            visit.Report(Id, EventField.RoomId, ("value", Quoting.Safe(visit.Event.TextOf(EventField.RoomId))), ("reason", IdentifierText.Of(fault)));
        }
    }
}
