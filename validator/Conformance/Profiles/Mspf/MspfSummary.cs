using System.Collections.Immutable;
using Conformance.Validation;

namespace Conformance.Profiles.Mspf;

/// <summary>What an archive turned out to hold.</summary>
internal sealed record MspfSummary
{
    /// <summary>Counts, in the order to show them.</summary>
    public required ImmutableArray<Statistic> Statistics { get; init; }

    /// <summary>Specifiers of the manifest's items, in its order.</summary>
    public required ImmutableArray<string> Items { get; init; }

    /// <summary>The server name in <c>m.core.json</c>, made safe to print; null when there is none.</summary>
    public required string? ServerName { get; init; }
}
