using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An alias stands twice in one room.</summary>
internal static class ROM014
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(RoomEntry? holder, RoomRecord record, byte[] alias, Location location, IFindingSink sink)
    {
        if (ReferenceEquals(holder, record.Room))
        {
            sink.Report(nameof(ROM014), location, record.MemberOrdinal, ("alias", Quoting.Safe(alias)), ("room", record.Room.RoomId));
        }
    }
}
