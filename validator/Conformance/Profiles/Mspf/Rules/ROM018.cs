using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A room's create event names another version than <c>m.rooms</c>.</summary>
internal sealed class ROM018 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM018);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        foreach (RoomEntry room in archive.Rooms.Rooms)
        {
            if (room is { Listed: true, Version: { } listed, DeclaredVersion: { } declared } && listed != declared)
            {
                sink.Report(
                    Id, room.CreateLocation ?? room.Location, room.CreateMemberOrdinal,
                    ("room", room.RoomId), ("listed", listed), ("declared", declared));
            }
        }
    }
}
