namespace Conformance.Rooms.Graphs;

/// <summary>Events that hang together, and with no other event that is there.</summary>
/// <param name="Size">How many they are.</param>
/// <param name="First">The first of them in the graph's order.</param>
/// <param name="Last">The last of them.</param>
/// <param name="HasCreate">Whether a create event is among them.</param>
/// <param name="HasGap">Whether one of them follows an event that isn't part of the graph.</param>
/// <param name="LowestDepth">Their lowest depth.</param>
/// <param name="HighestDepth">Their highest depth.</param>
/// <param name="Earliest">Their earliest time, in milliseconds since 1970.</param>
/// <param name="Latest">Their latest time.</param>
internal sealed record GraphPart(
    int Size,
    int First,
    int Last,
    bool HasCreate,
    bool HasGap,
    long LowestDepth,
    long HighestDepth,
    long Earliest,
    long Latest);
