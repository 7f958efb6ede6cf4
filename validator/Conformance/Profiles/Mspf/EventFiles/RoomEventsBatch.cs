using Conformance.Documents.Cutting;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <summary>What a block of events holds for the reader of one room, until it is committed.</summary>
internal sealed class RoomEventsBatch(string member)
{
    /// <summary>The file.</summary>
    public string Member { get; } = member;

    /// <summary>How many events stand under which room, in order.</summary>
    public List<(CutPath Room, int Events)> Counts { get; } = [];

    /// <summary>The events of the room.</summary>
    public RoomEventDrafts Events { get; } = new();

    /// <summary>Events of the room that have no ID, since they can't be read or hashed.</summary>
    public int Broken { get; set; }

    /// <summary>The room version that a create event of the room declares.</summary>
    public string? DeclaredVersion { get; set; }

    /// <summary>Counts an event of a room.</summary>
    public void Count(CutPath room)
    {
        if (Counts.Count > 0 && ReferenceEquals(Counts[^1].Room, room))
        {
            Counts[^1] = (room, Counts[^1].Events + 1);
        }
        else
        {
            Counts.Add((room, 1));
        }
    }
}
