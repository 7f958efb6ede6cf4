using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events.Rules;

/// <summary>An event belongs to the room that it stands under.</summary>
internal static class EVT018
{
    private const string Id = nameof(EVT018);

    public static void Check(EventVisit visit, ReadOnlySpan<byte> room)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, EventField.RoomId, ("found", Quoting.Safe(room)), ("room", Quoting.Safe(visit.Room)));
        }
    }
}
