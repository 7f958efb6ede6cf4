namespace Conformance.Validation;

/// <summary>Why a room can't be had from an input.</summary>
internal enum RoomReadingFault
{
    /// <summary>It can.</summary>
    None,

    /// <summary>The input can't be read, or is no archive.</summary>
    Unreadable,

    /// <summary>The input has no such room, or it isn't clear which one is meant.</summary>
    NoSuchRoom,

    /// <summary>The room is there, but nothing can be said of it: its version isn't known, or it has no events that can be read.</summary>
    Undetermined,
}
