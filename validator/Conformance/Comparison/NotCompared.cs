namespace Conformance.Comparison;

/// <summary>Something that could not be compared.</summary>
/// <param name="Archive">1 for the first archive, 2 for the second, 0 for both.</param>
/// <param name="What">What it is.</param>
/// <param name="Cause">Why.</param>
internal sealed record NotCompared(int Archive, string What, string Cause);
