using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An alias leads to two rooms.</summary>
internal static class ROM013
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(RoomEntry? holder, RoomRecord record, byte[] alias, Location location, IFindingSink sink)
    {
        if (holder is not null && !ReferenceEquals(holder, record.Room))
        {
            sink.Report(
                nameof(ROM013), location, record.MemberOrdinal,
                ("alias", Quoting.Safe(alias)), ("room", record.Room.RoomId), ("other", holder.RoomId));
        }
    }
}
