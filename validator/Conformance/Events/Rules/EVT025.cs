using Conformance.Documents;
using Conformance.Events.Identifiers;

namespace Conformance.Events.Rules;

/// <summary>The event IDs that an event refers to have the form of their room version.</summary>
internal static class EVT025
{
    private const string Id = nameof(EVT025);

    public static void Report(EventVisit visit, Node id, IdentifierFault fault)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, id, ("value", id.AsString()), ("reason", IdentifierText.Of(fault)));
        }
    }
}
