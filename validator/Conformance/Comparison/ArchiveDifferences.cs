using System.Collections.Immutable;

namespace Conformance.Comparison;

/// <summary>What a second archive lost, changed or invented against a first.</summary>
internal sealed record ArchiveDifferences
{
    /// <summary>Counts of each kind of thing that either archive has.</summary>
    public required ImmutableArray<PartCount> Counts { get; init; }

    /// <summary>The differences, as far as listed: by kind of thing, then lost, changed, invented, then in the order of the archive.</summary>
    public required ImmutableArray<Difference> Listed { get; init; }

    /// <summary>Rooms that both list and whose current state differs.</summary>
    public ImmutableArray<RoomStateDifference> States { get; init; } = [];

    /// <summary>Rooms whose events differ and whose current state is the same all the same.</summary>
    public int EqualStates { get; init; }

    /// <summary>Events that differ in nothing but <c>unsigned</c>, which no one signs and servers rewrite.</summary>
    public long UnsignedOnly { get; init; }

    /// <summary>What could not be compared.</summary>
    public ImmutableArray<NotCompared> NotCompared { get; init; } = [];

    /// <summary>How many things differ.</summary>
    public long Count => Counts.Sum(count => count.Differences);
}
