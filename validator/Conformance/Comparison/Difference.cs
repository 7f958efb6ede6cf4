using System.Collections.Immutable;

namespace Conformance.Comparison;

/// <summary>One thing in which two archives differ.</summary>
/// <param name="Part">What kind of thing it is.</param>
/// <param name="Kind">Whether it was lost, changed or invented.</param>
/// <param name="Name">
/// What names it, as the archive has it, from the outside in: a room, a room and an event, a user and a device, a file and a key. Two parts for
/// an event: room ID and event ID.
/// </param>
internal sealed record Difference(ContentPart Part, DifferenceKind Kind, ImmutableArray<string> Name)
{
    /// <summary>What it is, in words: an event's type and sender; empty when there is nothing to add.</summary>
    public string What { get; init; } = "";

    /// <summary>What changed in it; empty for anything lost or invented.</summary>
    public ImmutableArray<ValueChange> Changes { get; init; } = [];
}
