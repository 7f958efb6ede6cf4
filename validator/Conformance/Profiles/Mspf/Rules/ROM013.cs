using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An alias leads to two rooms.</summary>
internal static class ROM013
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(RoomEntry room, RoomEntry? holder, byte[] alias, Location location, int memberOrdinal, IFindingSink sink)
    {
        if (holder is not null && !ReferenceEquals(holder, room))
        {
            sink.Report(
                nameof(ROM013), location, memberOrdinal,
                ("alias", Quoting.Safe(alias)), ("room", room.RoomId), ("other", holder.RoomId));
        }
    }
}
