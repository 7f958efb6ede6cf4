namespace Conformance.Rooms.Graphs;

/// <summary>Events that others name and that aren't there, summed up.</summary>
/// <param name="Events">The missing events, in the order of those that name them.</param>
/// <param name="References">How often they are named.</param>
/// <param name="Naming">How many events name at least one of them.</param>
/// <param name="LowestDepth">The lowest depth of an event that names one; 0 without any.</param>
/// <param name="HighestDepth">The highest depth of an event that names one; 0 without any.</param>
/// <param name="Earliest">The earliest time of an event that names one, in milliseconds since 1970; 0 without any.</param>
/// <param name="Latest">The latest such time.</param>
internal sealed record MissingEvents(
    IReadOnlyList<int> Events,
    long References,
    int Naming,
    long LowestDepth,
    long HighestDepth,
    long Earliest,
    long Latest);
