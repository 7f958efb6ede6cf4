using System.Net;
using System.Text.Json.Nodes;
using Conformance.Suites.Harness.Docker;

namespace Conformance.Suites.Harness.Containers;

/// <summary>Describes a network of containers.</summary>
/// <param name="Docker">The engine.</param>
/// <param name="Labels">The run's labels.</param>
public sealed record NetworkBuilder(DockerClient Docker, RunLabels Labels)
{
    private bool _internal;

    /// <summary>No way leads out of the network, so that nothing of a test can leave the machine.</summary>
    public NetworkBuilder WithNoWayOut() => this with { _internal = true };

    /// <summary>Makes the network.</summary>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ContainerNetwork> CreateAsync(CancellationToken cancellation)
    {
        string name = $"conformance-{Labels.Id}-{Guid.NewGuid():N}"[..32];
        var specification = new JsonObject
        {
            ["Name"] = name,
            ["CheckDuplicate"] = true,
            ["Driver"] = "bridge",
            ["Internal"] = _internal,
            ["Labels"] = ApiWords.Object(Labels.All),
        };
        string id = await Docker.CreateNetworkAsync(specification, cancellation).ConfigureAwait(false);
        string gateway = await Docker.GatewayAsync(id, cancellation).ConfigureAwait(false);
        return new ContainerNetwork(Docker, id, name, _internal, IPAddress.TryParse(gateway, out IPAddress? address) ? address : null);
    }
}
