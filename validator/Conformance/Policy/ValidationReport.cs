using System.Collections.Immutable;
using Conformance.Findings;
using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Policy;

/// <summary>All that a run has to say. The same input and version give an equal report.</summary>
public sealed record ValidationReport
{
    /// <summary>The input as the user named it, with <c>/</c> between parts.</summary>
    public required string Input { get; init; }

    /// <summary>What the input turned out to be: <c>MSPF archive</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>The container's format: <c>tar.gz</c>, <c>zip</c>, <c>directory</c> …</summary>
    public required string Container { get; init; }

    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>The lowest severity that made the run invalid.</summary>
    public FailOn FailOn { get; init; }

    /// <summary>What the run came to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The findings that were kept, by place: member's path, offset, rule; the order of members in the container doesn't matter. Those fixed since the baseline stand at the end.</summary>
    public required ImmutableArray<AssessedFinding> Findings { get; init; }

    /// <summary>How often each rule was broken, by id.</summary>
    public required ImmutableArray<RuleCount> RuleCounts { get; init; }

    /// <summary>What was not checked, and why.</summary>
    public required ImmutableArray<NotChecked> NotChecked { get; init; }

    /// <summary>What was read, in the order to show it: name and count (<c>members</c>, <c>bytes</c>, <c>rooms</c>, <c>events</c>, <c>users</c> …).</summary>
    public required ImmutableArray<Statistic> Statistics { get; init; }

    /// <summary>What a join costs under each proposal on partial state; empty unless it was asked for.</summary>
    internal ImmutableArray<JoinCost> JoinCosts { get; init; } = [];

    /// <summary>How long the run took; null unless times were asked for, so that reports can be compared.</summary>
    public TimeSpan? Elapsed { get; init; }
}
