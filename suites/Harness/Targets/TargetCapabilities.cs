namespace Conformance.Suites.Harness.Targets;

/// <summary>What can be done with a target beyond the specification.</summary>
public sealed record TargetCapabilities
{
    /// <summary>The shared secret by which <c>/_synapse/admin/v1/register</c> makes users; null where there is no such API.</summary>
    public string? SharedSecret { get; init; }

    /// <summary>Whether anybody may register with <c>m.login.dummy</c>.</summary>
    public bool OpenRegistration { get; init; }
}
