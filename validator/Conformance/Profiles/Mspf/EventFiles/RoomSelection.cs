using System.Text;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <summary>Which room of an archive a user means: by its ID, by an alias, or by how its ID begins; sigils may be left out.</summary>
internal static class RoomSelection
{
    /// <summary>The rooms that a user may mean.</summary>
    /// <param name="asked">What the user wrote; null means any room.</param>
    /// <param name="rooms">The rooms.</param>
    /// <returns>One room when it is clear; otherwise those that it may be, or none.</returns>
    public static List<RoomEntry> Find(string? asked, IRoomDirectory rooms)
    {
        ArgumentNullException.ThrowIfNull(rooms);
        if (asked is null)
        {
            return [.. rooms.Rooms];
        }

        byte[] word = Encoding.UTF8.GetBytes(asked.TrimEnd('…'));
        byte[] roomId = word is [(byte)'!', ..] ? word : [(byte)'!', .. word];
        if (rooms.Find(word) is { } exact)
        {
            return [exact];
        }

        if (rooms.FindAlias(word) is { } named)
        {
            return [named];
        }

        if (rooms.FindAlias([(byte)'#', .. word]) is { } unmarked)
        {
            return [unmarked];
        }

        var found = new List<RoomEntry>();
        foreach (RoomEntry room in rooms.Rooms)
        {
            if (room.Utf8.SequenceEqual(roomId) || room.Utf8.SequenceEqual(word))
            {
                return [room];
            }

            if (room.Utf8.StartsWith(roomId) && roomId.Length > 1)
            {
                found.Add(room);
            }
        }

        return found;
    }
}
