using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A create event follows no other event.</summary>
internal static class EVT032
{
    private const string Id = nameof(EVT032);

    public static void Check(EventVisit visit)
    {
        Node prev = visit.Event[EventField.PrevEvents];
        if (prev.Kind == NodeKind.Array && prev.Count > 0 && visit.Wants(Id))
        {
            visit.Report(Id, prev, ("count", prev.Count));
        }
    }
}
