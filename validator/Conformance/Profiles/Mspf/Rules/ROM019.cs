using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>There are events of a room that <c>m.rooms</c> doesn't list.</summary>
internal sealed class ROM019 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM019);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (!archive.HasRooms)
        {
            return;
        }

        foreach (RoomEntry room in archive.Rooms.Rooms)
        {
            if (!room.Listed)
            {
                sink.Report(Id, room.Location, archive.OrdinalOf(room.Location.Member), ("room", room.RoomId), ("events", room.Events));
            }
        }
    }
}
