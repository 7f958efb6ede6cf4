using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Conformance.Suites.Harness.Docker;

/// <summary>How a container is.</summary>
/// <param name="IsRunning">Whether it runs.</param>
/// <param name="ExitCode">The exit code of the first process, when it doesn't run.</param>
/// <param name="Health"><c>healthy</c>, <c>starting</c> or <c>unhealthy</c>; empty where the image has no check.</param>
/// <param name="Addresses">Its address by the name of the network.</param>
/// <param name="Published">The address on this machine by the port inside.</param>
public sealed record ContainerState(
    bool IsRunning,
    int ExitCode,
    string Health,
    IReadOnlyDictionary<string, IPAddress> Addresses,
    IReadOnlyDictionary<int, IPEndPoint> Published)
{
    internal static ContainerState Of(JsonElement answer)
    {
        JsonElement state = answer.GetProperty("State");
        JsonElement network = answer.GetProperty("NetworkSettings");
        var addresses = new Dictionary<string, IPAddress>(StringComparer.Ordinal);
        foreach (JsonProperty member in network.Members("Networks"))
        {
            if (IPAddress.TryParse(member.Value.Text("IPAddress"), out IPAddress? address))
            {
                addresses[member.Name] = address;
            }
        }

        var published = new Dictionary<int, IPEndPoint>();
        foreach (JsonProperty member in network.Members("Ports"))
        {
            int inside = int.Parse(member.Name.Split('/')[0], CultureInfo.InvariantCulture);
            JsonElement first = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().FirstOrDefault() : default;
            if (ushort.TryParse(first.Text("HostPort"), out ushort port) && port > 0)
            {
                IPAddress host = IPAddress.TryParse(first.Text("HostIp"), out IPAddress? at) && !at.Equals(IPAddress.Any) ? at : IPAddress.Loopback;
                published[inside] = new IPEndPoint(host, port);
            }
        }

        string health = state.TryGetProperty("Health", out JsonElement check) ? check.Text("Status") : "";
        return new ContainerState(
            state.GetProperty("Running").GetBoolean(), state.GetProperty("ExitCode").GetInt32(), health == "none" ? "" : health, addresses, published);
    }
}
