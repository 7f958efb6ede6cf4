using System.Collections.Immutable;

namespace Conformance.Suites.Harness.Targets;

/// <summary>Something that a target is known to do otherwise. A scenario that fails for it is shown as such; one that passes although it is listed here fails,
/// so that the list stays true.</summary>
public sealed record KnownDivergence
{
    /// <summary>Its name in reports, such as <c>SYN-1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The scenarios that fail for it.</summary>
    public required ImmutableArray<string> Scenarios { get; init; }

    /// <summary>What the target does.</summary>
    public required string Observed { get; init; }

    /// <summary>Where it is said what a server should do: document and section.</summary>
    public required string Source { get; init; }

    /// <summary>The exchange that shows it: a file that <c>validate federation</c> reads, relative to the list.</summary>
    public required string Evidence { get; init; }

    /// <summary>The versions of the target that it was seen in.</summary>
    public required string Versions { get; init; }

    /// <summary>Text that the failure's message has; any failure of the scenarios counts where it is null.</summary>
    public string? Message { get; init; }
}
