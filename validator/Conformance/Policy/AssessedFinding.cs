using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>A finding after policy: with its rule, severity, message and fingerprint.</summary>
public sealed record AssessedFinding
{
    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>The severity that profile, options and configuration give it; never <see cref="Severity.Off"/>.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where.</summary>
    public required Location Location { get; init; }

    /// <summary>The named values in the message.</summary>
    public required ImmutableArray<Argument> Arguments { get; init; }

    /// <summary>The rule's message with the values filled in.</summary>
    public required string Message { get; init; }

    /// <summary>Stays the same for the same fault between runs and when bytes before it move: 16 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>How many findings this one stands for: 1, or more for the last one kept of a rule that had more than are kept.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Why it is suppressed; null when it isn't. A suppressed finding never fails a run.</summary>
    public string? SuppressedBecause { get; init; }

    /// <summary>How it compares with the baseline; null without one.</summary>
    public BaselineState? Baseline { get; init; }
}
