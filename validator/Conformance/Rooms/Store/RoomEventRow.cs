using System.Runtime.InteropServices;
using Conformance.Events.Index;

namespace Conformance.Rooms.Store;

/// <summary>What a room keeps of one event: 88 bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct RoomEventRow
{
    /// <summary>The key of its ID.</summary>
    public EventKey Key;

    /// <summary>Its depth.</summary>
    public long Depth;

    /// <summary>Its <c>origin_server_ts</c>, in milliseconds since 1970.</summary>
    public long Time;

    /// <summary>A digest of its bytes.</summary>
    public uint Fingerprint;

    /// <summary>Where it stands in the input.</summary>
    public EventPlace Place;

    /// <summary>Its type, as a text.</summary>
    public int Type;

    /// <summary>Its slot in the state; -1 without a state key.</summary>
    public int Slot;

    /// <summary>Its sender, as a text.</summary>
    public int Sender;

    /// <summary>Above 0 the place of its facts, counted from 1; below 0 an authorising user, as a text, counted from -1.</summary>
    public int Extra;

    /// <summary>Where its references begin.</summary>
    public int References;

    /// <summary>How many events it follows.</summary>
    public ushort PrevCount;

    /// <summary>How many events authorise it.</summary>
    public ushort AuthCount;

    /// <summary>What else is known of it.</summary>
    public RoomEventFlags Flags;

    /// <summary>Its membership or join rule.</summary>
    public byte Details;
}
