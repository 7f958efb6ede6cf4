using System.Collections.Immutable;

namespace Conformance.Comparison;

/// <summary>How the current state of a room differs between two archives.</summary>
/// <param name="Room">The room ID.</param>
/// <param name="Count">How many entries differ.</param>
/// <param name="Entries">The entries, by type and state key, as far as listed.</param>
internal sealed record RoomStateDifference(string Room, int Count, ImmutableArray<StateDifference> Entries);
