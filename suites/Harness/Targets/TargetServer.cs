namespace Conformance.Suites.Harness.Targets;

/// <summary>A server that runs already.</summary>
public sealed record TargetServer
{
    /// <summary>Its server name: what follows the colon in its users' IDs.</summary>
    public required string Name { get; init; }

    /// <summary>Where its Client-Server API is.</summary>
    public required Uri Client { get; init; }

    /// <summary>Where its Server-Server API is: <c>https</c> or, for a server without TLS, <c>http</c>.</summary>
    public required Uri Federation { get; init; }

    /// <summary>A folder with <c>ca.crt</c> and <c>ca.key</c> of an authority that the server trusts, for suites in which it calls other servers; relative to the
    /// target's file. It is made when it isn't there.</summary>
    public string? Authority { get; init; }

    /// <summary>The address at which the server reaches this machine; null when it can't.</summary>
    public string? ReachesUsAt { get; init; }
}
