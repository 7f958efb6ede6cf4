using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A create event whose ID is the room's is authorised by no other event.</summary>
internal static class EVT033
{
    private const string Id = nameof(EVT033);

    public static void Check(EventVisit visit)
    {
        Node auth = visit.Event[EventField.AuthEvents];
        if (visit.Version is { RoomIds: RoomIdForm.CreateEventHash } && auth.Kind == NodeKind.Array && auth.Count > 0 && visit.Wants(Id))
        {
            visit.Report(Id, auth, ("count", auth.Count));
        }
    }
}
