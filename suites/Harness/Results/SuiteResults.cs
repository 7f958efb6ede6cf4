using System.Collections.Immutable;

namespace Conformance.Suites.Harness.Results;

/// <summary>All results of one run of a suite.</summary>
public sealed record SuiteResults
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>The container engine; empty when none was used.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The targets, in the order of their names.</summary>
    public required ImmutableArray<TargetFacts> Targets { get; init; }

    /// <summary>The results, in the order of scenario and target.</summary>
    public required ImmutableArray<ScenarioResult> Results { get; init; }

    /// <summary>What counts of all: the greatest outcome; known divergences count as passed.</summary>
    public Outcome Outcome => Results.Select(result => result.Divergence is null ? result.Outcome : Outcome.Pass).DefaultIfEmpty(Outcome.Skip).Max();
}
