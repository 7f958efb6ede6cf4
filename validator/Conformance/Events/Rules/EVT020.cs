using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>The server name in an identifier keeps to the grammar.</summary>
internal static class EVT020
{
    private const string Id = nameof(EVT020);

    public static void Check(EventVisit visit, EventField field, IdentifierFault fault)
    {
        if (fault != IdentifierFault.None && visit.Wants(Id))
        {
            ReadOnlySpan<byte> server = UserId.Server(visit.Event.TextOf(field));
            visit.Report(Id, field, ("field", EventFields.Name(field)), ("server", Quoting.Safe(server)));
        }
    }
}
