namespace Conformance.Rooms.Graphs;

/// <summary>Events each of which comes, by what they claim to follow, before itself.</summary>
/// <param name="Size">How many events are tied up with each other so.</param>
/// <param name="Length">The length of one way from an event back to itself.</param>
/// <param name="Path">The events on that way, each following the next one and the last the first; cut at the limit for examples.</param>
internal sealed record GraphCycle(int Size, int Length, IReadOnlyList<int> Path);
