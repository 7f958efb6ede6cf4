using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>An event ID that an export adds is the one that follows from the event.</summary>
internal static class HSH005
{
    private const string Id = nameof(HSH005);

    public static void Check(EventVisit visit, EventIdentity identity)
    {
        Node stated = visit.Event[EventField.EventId];
        if (stated.Kind == NodeKind.Text && !stated.TextEquals(identity.Utf8) && visit.Wants(Id))
        {
            visit.Report(Id, stated, ("stated", stated.AsString()), ("computed", identity.Text));
        }
    }
}
