namespace Conformance.Rooms.Graphs;

/// <summary>What is known, from outside the graph, of an event's place in it.</summary>
[Flags]
internal enum GraphPlace : byte
{
    /// <summary>An event like any other.</summary>
    Placed = 0,

    /// <summary>
    /// Held for its content only, without its place (an outlier: the auth chain of a join answer, say). What it follows isn't looked at, and what
    /// follows it has a gap behind it.
    /// </summary>
    Outlier = 1,

    /// <summary>Rejected (Server-Server API, Rejection): no end of the room.</summary>
    Rejected = 2,

    /// <summary>Soft-failed (Server-Server API, Soft failure): no end of the room.</summary>
    SoftFailed = 4,

    /// <summary>The state before it came with the events, since they don't tell it.</summary>
    StateGiven = 8,
}
