using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A create event names the room version as text.</summary>
internal static class EVT034
{
    private const string Id = nameof(EVT034);

    public static void Check(EventVisit visit)
    {
        Node version = visit.Event[EventField.Content].Get("room_version"u8);
        if (version.Exists && version.Kind != NodeKind.Text && visit.Wants(Id))
        {
            visit.Report(Id, version, ("kind", Kinds.Name(version.Kind)));
        }
    }
}
