using System.Runtime.InteropServices;
using Conformance.Events.Index;

namespace Conformance.Rooms.Store;

/// <summary>What is fixed in size of an event on its way into its room; the rest stands in <see cref="RoomEventDrafts"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RoomEventDraft
{
    /// <summary>The key of the event's ID.</summary>
    public required EventKey Key { get; init; }

    /// <summary>Flags that don't depend on the room.</summary>
    public RoomEventFlags Flags { get; init; }

    /// <summary>Membership or join rule.</summary>
    public byte Details { get; init; }

    /// <summary>How many events it follows.</summary>
    public ushort PrevCount { get; init; }

    /// <summary>How many events authorise it.</summary>
    public ushort AuthCount { get; init; }

    /// <summary>Its depth.</summary>
    public long Depth { get; init; }

    /// <summary>Its <c>origin_server_ts</c>.</summary>
    public long Time { get; init; }

    /// <summary>The beginning of its reference hash, where references give hashes; 0 when it has none.</summary>
    public ulong ReferenceHash { get; init; }

    /// <summary>Where its texts begin.</summary>
    public required int Start { get; init; }
}
