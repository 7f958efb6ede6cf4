using System.Collections.Immutable;

namespace Conformance.Policy;

/// <summary>What a user asked for. Options come before the configuration file, and that before what holds without either.</summary>
public sealed record PolicyRequest
{
    /// <summary>Value of <c>--profile</c>, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>Values of <c>--rule</c>: <c>ID=severity</c>, with an id, a name or the three letters of an area. Later ones win.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Values of <c>--limit</c>: <c>NAME=VALUE</c>. Later ones win.</summary>
    public ImmutableArray<string> Limits { get; init; } = [];

    /// <summary>Value of <c>--fail-on</c>, or null.</summary>
    public string? FailOn { get; init; }

    /// <summary>The configuration file, or null.</summary>
    public Configuration? Configuration { get; init; }

    /// <summary>The earlier report to compare with, or null.</summary>
    public Baseline? Baseline { get; init; }
}
