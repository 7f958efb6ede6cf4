using Conformance.Findings;
using Conformance.Signatures.Keys;

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

    /// <summary>All rooms so far, those that are listed first, each in the order of the input. Complete once the events are read.</summary>
    IReadOnlyList<RoomEntry> Rooms => [];

    /// <summary>Finds the room that an alias leads to. Safe on any thread while events are read.</summary>
    /// <param name="alias">The alias in UTF-8.</param>
    /// <returns>The room, or null.</returns>
    RoomEntry? FindAlias(ReadOnlySpan<byte> alias) => null;

    /// <summary>The server whose rooms they are; null when it isn't known.</summary>
    CoreFacts? Server => null;

    /// <summary>The keys in the archive's own item of keys; null when there is none, or it can't be read. Complete before the events are read.</summary>
    KeyFile? ServerKeys => null;

    /// <summary>Whether a user is one of the server's own, whose joins are to be noted. Safe on any thread.</summary>
    /// <param name="userId">The user ID in UTF-8.</param>
    /// <returns>True for the server's own; false when the server isn't known.</returns>
    bool IsLocal(ReadOnlySpan<byte> userId) => false;

    /// <summary>Notes that one of the server's own users joined a room. Only while committing: one thread at a time.</summary>
    /// <param name="userId">The user ID in UTF-8.</param>
    /// <returns>An entry to fill in when this is the user's first join; otherwise null.</returns>
    JoinedUser? NoteJoin(ReadOnlySpan<byte> userId) => null;
}
