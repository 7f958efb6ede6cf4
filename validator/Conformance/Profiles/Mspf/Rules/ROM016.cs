using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A room stands twice in <c>m.rooms</c>.</summary>
internal static class ROM016
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(RoomEntry? earlier, RoomRecord record, IFindingSink sink)
    {
        if (earlier is not null)
        {
            sink.Report(
                nameof(ROM016), record.Room.Location, record.MemberOrdinal,
                ("room", record.Room.RoomId), ("offset", earlier.Location.Offset ?? 0));
        }
    }
}
