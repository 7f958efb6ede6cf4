namespace Conformance.Rooms.Graphs;

/// <summary>A stretch of a room's history from which events are missing that others follow.</summary>
/// <param name="Missing">How many missing events others name; behind them more may be missing.</param>
/// <param name="References">How often they are named.</param>
/// <param name="DepthBelow">The greatest depth of an event that is there under the gap; null where the gap reaches to the start.</param>
/// <param name="DepthAbove">The depth of the event over the gap.</param>
/// <param name="TimeBelow">The latest time of an event at the depth below, in milliseconds since 1970.</param>
/// <param name="TimeAbove">The earliest time of an event that names the missing ones at the depth above, in milliseconds since 1970.</param>
/// <param name="Examples">Some of the missing events.</param>
internal sealed record GraphGap(
    int Missing,
    int References,
    long? DepthBelow,
    long DepthAbove,
    long? TimeBelow,
    long TimeAbove,
    IReadOnlyList<int> Examples);
