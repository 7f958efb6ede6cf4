using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A room has no event.</summary>
internal sealed class ROM020 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM020);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (!archive.HasEvents || !archive.IsWhole(ItemPart.Events))
        {
            return;
        }

        foreach (RoomEntry room in archive.Rooms.Rooms)
        {
            if (room is { Listed: true, Events: 0 })
            {
                sink.Report(Id, room.Location, archive.OrdinalOf(room.Location.Member), ("room", room.RoomId));
            }
        }
    }
}
