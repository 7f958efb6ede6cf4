using System.Collections.Immutable;
using System.Net;
using Conformance.Suites.Harness.Docker;

namespace Conformance.Suites.Harness.Targets;

/// <summary>What is special about one start of a target.</summary>
public sealed record TargetOptions
{
    /// <summary>Its server name, with or without a port; null takes the next of hs1, hs2, …</summary>
    public string? ServerName { get; init; }

    /// <summary>More variables of its environment.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Lines of its <c>/etc/hosts</c>, for peers where there is no name server.</summary>
    public ImmutableDictionary<string, IPAddress> Hosts { get; init; } = ImmutableDictionary<string, IPAddress>.Empty;

    /// <summary>Files that are put into it before it starts. Our Synapse image reads <c>/conformance/extra.yaml</c> after its other settings.</summary>
    public ImmutableArray<ContainerFile> Files { get; init; } = [];
}
