using System.Text;
using Conformance.Findings;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Mspf;

/// <summary>
/// A room of an archive: what <c>m.rooms</c> says about it, which is fixed before events are read, and what the events turn
/// out to say, which is written in the order of the input by one thread at a time.
/// </summary>
internal sealed class RoomEntry
{
    private readonly byte[] _utf8;
    private string? _roomId;

    public RoomEntry(ReadOnlySpan<byte> roomId, string? version, bool listed, Location location)
    {
        _utf8 = roomId.ToArray();
        Version = version;
        Listed = listed;
        Location = location;
    }

    /// <summary>The room ID as text.</summary>
    public string RoomId => _roomId ??= Encoding.UTF8.GetString(_utf8);

    /// <summary>The room ID as the archive has it, in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The same bytes, to keep as a key; not to be written to.</summary>
    internal byte[] Key => _utf8;

    /// <summary>The room version that <c>m.rooms</c> names; null when it names none that is text, and for rooms it doesn't list.</summary>
    public string? Version { get; }

    /// <summary>Whether <c>m.rooms</c> lists the room.</summary>
    public bool Listed { get; }

    /// <summary>Where the room is listed; for a room that isn't, where its first events stand.</summary>
    public Location Location { get; }

    /// <summary>The events themselves; null without any, and for a version that isn't known. Written on commit.</summary>
    public RoomEvents? History { get; set; }

    /// <summary>States before events behind gaps; null without any. Written on commit.</summary>
    public GapStates? GapStates { get; set; }

    /// <summary>Whether there was no room for some of its events. Written on commit.</summary>
    public bool IsHistoryCut { get; set; }

    /// <summary>Different events seen under this room. Written on commit.</summary>
    public long Events { get; set; }

    /// <summary>Create events seen (<c>m.room.create</c> with an empty state key). Written on commit.</summary>
    public int CreateEvents { get; set; }

    /// <summary>
    /// The room version in the first create event's content, <c>1</c> when it has none and the event isn't redacted (a
    /// redaction before room version 11 takes it away); null when nothing is known. Written on commit.
    /// </summary>
    public string? DeclaredVersion { get; set; }

    /// <summary>Where the first create event stands; null before one is seen. Written on commit.</summary>
    public Location? CreateLocation { get; set; }

    /// <summary>Position in the run of the member that holds the create event.</summary>
    public int CreateMemberOrdinal { get; set; }
}
