namespace Conformance.Comparison;

/// <summary>An entry of a room's current state in which two archives differ.</summary>
/// <param name="Kind">Whether the entry was lost, changed or invented.</param>
/// <param name="Type">The event type.</param>
/// <param name="StateKey">The state key.</param>
/// <param name="Before">The event in the first archive's state; null when it has none.</param>
/// <param name="After">The event in the second's.</param>
internal sealed record StateDifference(DifferenceKind Kind, string Type, string StateKey, string? Before, string? After);
