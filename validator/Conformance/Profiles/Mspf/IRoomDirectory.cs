using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>The rooms of an archive, as the reader of its events asks for them.</summary>
internal interface IRoomDirectory
{
    /// <summary>Finds a room that <c>m.rooms</c> lists. Safe on any thread; the answer doesn't change while events are read.</summary>
    /// <param name="roomId">The room ID in UTF-8.</param>
    /// <returns>The room, or null when it isn't listed.</returns>
    RoomEntry? Find(ReadOnlySpan<byte> roomId);

    /// <summary>Finds a room, or begins an entry for one that isn't listed. Only while committing: one thread at a time.</summary>
    /// <param name="roomId">The room ID in UTF-8.</param>
    /// <param name="location">Where the room was met.</param>
    /// <returns>The room; null when there are more unlisted rooms than are kept.</returns>
    RoomEntry? FindOrAdd(ReadOnlySpan<byte> roomId, Location location);
}
