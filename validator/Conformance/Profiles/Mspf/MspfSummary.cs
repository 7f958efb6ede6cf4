using System.Collections.Immutable;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>What an archive turned out to hold.</summary>
internal sealed record MspfSummary
{
    /// <summary>Whether anything shows that this is meant to be an MSPF archive: a manifest, at the root or elsewhere, or a file of an item of the draft.</summary>
    public required bool IsRecognised { get; init; }

    /// <summary>Counts, in the order to show them.</summary>
    public required ImmutableArray<Statistic> Statistics { get; init; }

    /// <summary>Specifiers of the manifest's items, in its order.</summary>
    public required ImmutableArray<string> Items { get; init; }

    /// <summary>Whether all files of events were read to their ends, so that an event which isn't in them isn't in the archive.</summary>
    public bool HasAllEvents { get; init; }

    /// <summary>The server name in <c>m.core.json</c>, made safe to print; null when there is none.</summary>
    public required string? ServerName { get; init; }
}
