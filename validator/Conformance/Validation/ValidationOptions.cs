using Conformance.Pipeline;
using Conformance.Policy;

namespace Conformance.Validation;

/// <summary>How an input is checked.</summary>
public sealed record ValidationOptions
{
    /// <summary>Profile, severities, limits, suppressions and baseline.</summary>
    public required ValidationPolicy Policy { get; init; }

    /// <summary>Threads that check, at least 1; one more reads.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Told how far the run has come; null when nobody asks.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>Measures how long the run takes, for the report; null leaves the time out, so that equal input gives equal reports.</summary>
    public TimeProvider? Stopwatch { get; init; }
}
