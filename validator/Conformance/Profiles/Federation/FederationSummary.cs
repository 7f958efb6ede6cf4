using System.Collections.Immutable;
using Conformance.Events;
using Conformance.Findings;

namespace Conformance.Profiles.Federation;

/// <summary>What a file turned out to be.</summary>
internal sealed record FederationSummary
{
    /// <summary>Why it can't be checked and what to do, in one line; null when it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it is a capture of a request and its answer.</summary>
    public bool IsCapture { get; init; }

    /// <summary>The endpoint's name; empty when none was found.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The exchange as the rules saw it; null when it wasn't checked.</summary>
    public FederationVisit? Visit { get; init; }

    /// <summary>What was counted among events.</summary>
    public EventCounts Counts { get; init; } = new();

    /// <summary>What was counted among the events of the full answer beside it; null where there is none.</summary>
    public EventCounts? FullCounts { get; init; }

    /// <summary>What was read.</summary>
    public ImmutableArray<Statistic> Statistics { get; init; } = [];
}
