using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Harness.Docker;

/// <summary>Networks.</summary>
public sealed partial class DockerClient
{
    /// <summary>Makes a network.</summary>
    /// <param name="specification">What it is to be, in the words of the API.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The network's ID.</returns>
    public async Task<string> CreateNetworkAsync(JsonObject specification, CancellationToken cancellation) =>
        (await PostAsync("networks/create", specification, cancellation).ConfigureAwait(false)).Text("Id");

    /// <summary>The gateway of a network: the address at which containers find this machine, if the engine runs on it.</summary>
    /// <returns>The address; empty where the network tells none.</returns>
    public async Task<string> GatewayAsync(string id, CancellationToken cancellation)
    {
        JsonElement answer = await GetAsync($"networks/{id}", cancellation).ConfigureAwait(false);
        return answer.GetProperty("IPAM").TryGetProperty("Config", out JsonElement configs) && configs.ValueKind == JsonValueKind.Array
            ? configs.EnumerateArray().Select(config => config.Text("Gateway")).FirstOrDefault(gateway => gateway.Length > 0 && !gateway.Contains(':')) ?? ""
            : "";
    }

    /// <summary>Removes a network that has no containers any more; that it is gone already is no failure.</summary>
    public Task RemoveNetworkAsync(string id, CancellationToken cancellation) => DeleteAsync($"networks/{id}", cancellation);

    /// <summary>All networks with a label.</summary>
    public async Task<IReadOnlyList<LabelledResource>> ListNetworksAsync(string label, CancellationToken cancellation)
    {
        JsonElement list = await GetAsync($"networks?filters={LabelFilter(label)}", cancellation).ConfigureAwait(false);
        return [.. list.EnumerateArray().Select(one => new LabelledResource(
            one.Text("Id"), DateTimeOffset.TryParse(one.Text("Created"), out DateTimeOffset created) ? created : DateTimeOffset.MinValue, one.Texts("Labels")))];
    }
}
