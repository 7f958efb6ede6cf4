namespace Conformance.Rooms.Graphs;

/// <summary>Events in a row, each following only the one before it and followed only by the one after it.</summary>
/// <param name="First">The first, which may follow any number of events.</param>
/// <param name="Last">The last, which any number of events may follow.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct GraphStretch(int First, int Last, int Length);
