using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An alias stands twice in one room.</summary>
internal static class ROM014
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(RoomEntry room, RoomEntry? holder, byte[] alias, Location location, int memberOrdinal, IFindingSink sink)
    {
        if (ReferenceEquals(holder, room))
        {
            sink.Report(nameof(ROM014), location, memberOrdinal, ("alias", Quoting.Safe(alias)), ("room", room.RoomId));
        }
    }
}
