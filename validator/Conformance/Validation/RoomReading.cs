using System.Diagnostics.CodeAnalysis;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Validation;

/// <summary>A room that was read out of an input, or the reason why it wasn't.</summary>
internal sealed record RoomReading
{
    /// <summary>The room's events; null when there are none to be had.</summary>
    public RoomEvents? Room { get; private init; }

    /// <summary>Why there are none.</summary>
    public RoomReadingFault Fault { get; private init; }

    /// <summary>The same in one line, with what to do; null when there is a room.</summary>
    public string? Problem { get; private init; }

    /// <summary>Events of the room that have no ID, since they can't be read or hashed.</summary>
    public long Broken { get; init; }

    /// <summary>States before events behind gaps that came with the events; null without any.</summary>
    public IReadOnlyDictionary<int, StateMap>? Known { get; init; }

    /// <summary>Whether all files of events were read to their ends.</summary>
    public bool HasAllEvents { get; init; } = true;

    /// <summary>Whether there is a room.</summary>
    [MemberNotNullWhen(true, nameof(Room))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool HasRoom => Room is not null;

    /// <summary>A room that was read.</summary>
    public static RoomReading Of(RoomEvents room) => new() { Room = room };

    /// <summary>A room that wasn't.</summary>
    public static RoomReading Failed(RoomReadingFault fault, string problem) => new() { Fault = fault, Problem = problem };
}
