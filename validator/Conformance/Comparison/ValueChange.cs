namespace Conformance.Comparison;

/// <summary>A place in a value where two archives differ.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) from the value that the difference names; empty for the value itself.</param>
/// <param name="Before">What the first says, as JSON, cut when it is long; null when it says nothing, or when values aren't shown.</param>
/// <param name="After">What the second says.</param>
/// <param name="Kind">Whether the place was lost, changed or invented.</param>
internal readonly record struct ValueChange(string Pointer, string? Before, string? After, DifferenceKind Kind);
