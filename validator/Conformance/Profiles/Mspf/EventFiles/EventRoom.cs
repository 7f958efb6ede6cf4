using Conformance.Documents.Cutting;
using Conformance.Events.Versions;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <summary>What the checks need of the room that an array of events belongs to; kept with the array while it is read.</summary>
/// <param name="RoomId">The room ID in UTF-8; empty when the key is no text.</param>
/// <param name="Version">The room version; null when it isn't known.</param>
/// <param name="VersionOrdinal">The version's place among all; -1 for one that isn't known.</param>
internal sealed record EventRoom(byte[] RoomId, RoomVersion? Version, int VersionOrdinal)
{
    /// <summary>The room of an array.</summary>
    public static EventRoom Of(CutPath path, IRoomDirectory rooms)
    {
        // Two threads may make the same answer at a time; either will do.
        if (path.Tag is EventRoom known)
        {
            return known;
        }

        RoomVersion? version = path.Key is null ? null : RoomVersions.Find(rooms.Find(path.Key)?.Version);
        var room = new EventRoom(path.Key ?? [], version, version is null ? -1 : RoomVersions.All.IndexOf(version));
        path.Tag = room;
        return room;
    }
}
