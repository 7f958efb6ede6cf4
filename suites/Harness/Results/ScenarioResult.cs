using System.Collections.Immutable;

namespace Conformance.Suites.Harness.Results;

/// <summary>What came of one scenario with one target.</summary>
public sealed record ScenarioResult
{
    /// <summary>The scenario's ID.</summary>
    public required string Scenario { get; init; }

    /// <summary>What must be so.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the target's file.</summary>
    public required string Target { get; init; }

    /// <summary>The requirements that the scenario shows.</summary>
    public ImmutableArray<string> Requirements { get; init; } = [];

    /// <summary>What came of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Why it is no pass; null when it is.</summary>
    public string? Message { get; init; }

    /// <summary>The ID of the known divergence for which it fails; null when there is none.</summary>
    public string? Divergence { get; init; }

    /// <summary>What was written down without being judged.</summary>
    public ImmutableArray<string> Observations { get; init; } = [];

    /// <summary>Captures of the exchanges, as paths relative to the results file.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}
