using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Waiting;

namespace Conformance.Suites.Harness.Containers;

/// <summary>Describes a container; every step returns a new description.</summary>
/// <param name="Docker">The engine.</param>
/// <param name="Labels">The run's labels.</param>
/// <param name="Image">The image, which must be there: nothing is pulled.</param>
public sealed record ContainerBuilder(DockerClient Docker, RunLabels Labels, string Image)
{
    private ImmutableSortedDictionary<string, string> _environment = ImmutableSortedDictionary<string, string>.Empty;
    private ImmutableList<int> _ports = [];
    private ImmutableList<ContainerFile> _files = [];
    private ImmutableList<string> _hosts = [];
    private ImmutableList<string> _aliases = [];
    private ImmutableList<IWaitStrategy> _waits = [];
    private ImmutableList<string>? _entryPoint;
    private ContainerNetwork? _network;
    private IPAddress? _nameServer;
    private string _name = "container";

    /// <summary>What messages call it.</summary>
    public ContainerBuilder Named(string name) => this with { _name = name };

    /// <summary>Sets a variable of its environment.</summary>
    public ContainerBuilder WithEnvironment(string name, string value) => this with { _environment = _environment.SetItem(name, value) };

    /// <summary>A port that this machine will talk to.</summary>
    public ContainerBuilder WithPort(int port) => this with { _ports = _ports.Add(port) };

    /// <summary>Puts a file into it before it starts. Works with engines that don't see this machine's files, too.</summary>
    public ContainerBuilder WithFile(string path, ReadOnlyMemory<byte> content, UnixFileMode mode = ContainerFile.Readable) =>
        this with { _files = _files.Add(new ContainerFile(path, content, mode)) };

    /// <summary>Puts a text file into it before it starts.</summary>
    public ContainerBuilder WithFile(string path, string content, UnixFileMode mode = ContainerFile.Readable) =>
        WithFile(path, Encoding.UTF8.GetBytes(content), mode);

    /// <summary>Adds a line to its <c>/etc/hosts</c>.</summary>
    public ContainerBuilder WithHost(string name, IPAddress address) => this with { _hosts = _hosts.Add($"{name}:{address}") };

    /// <summary>Puts it on a network, under names that others there find it by.</summary>
    public ContainerBuilder WithNetwork(ContainerNetwork network, params ReadOnlySpan<string> aliases) =>
        this with { _network = network, _aliases = [.. aliases] };

    /// <summary>Whom its questions for names go to that the network doesn't know.</summary>
    public ContainerBuilder WithNameServer(IPAddress address) => this with { _nameServer = address };

    /// <summary>Runs another program than the image's own.</summary>
    public ContainerBuilder WithEntryPoint(params ReadOnlySpan<string> words) => this with { _entryPoint = [.. words] };

    /// <summary>What must be so before it counts as started; all of several, one after the other.</summary>
    public ContainerBuilder WaitingFor(IWaitStrategy strategy) => this with { _waits = _waits.Add(strategy) };

    /// <summary>Makes the container, starts it and waits until it is ready.</summary>
    /// <param name="cancellation">Stops it; what was made is removed.</param>
    /// <exception cref="ContainerFailedException">It ended, or wasn't ready within its bound.</exception>
    /// <exception cref="DockerException">The engine refused.</exception>
    public async Task<Container> StartAsync(CancellationToken cancellation)
    {
        string id = await Docker.CreateContainerAsync($"conformance-{Labels.Id}-{Guid.NewGuid():N}"[..40], Specification(), cancellation).ConfigureAwait(false);
        var container = new Container(Docker, id, _name, _network, _waits);
        try
        {
            if (!_files.IsEmpty)
            {
                await Docker.PutFilesAsync(id, _files, cancellation).ConfigureAwait(false);
            }

            await container.StartAsync(cancellation).ConfigureAwait(false);
            return container;
        }
        catch
        {
            await container.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private JsonObject Specification()
    {
        var host = new JsonObject { ["ExtraHosts"] = ApiWords.Array(_hosts) };
        if (_nameServer is not null)
        {
            host["Dns"] = ApiWords.Array([_nameServer.ToString()]);
        }

        var specification = new JsonObject
        {
            ["Image"] = Image,
            ["Env"] = ApiWords.Array(_environment.Select(variable => $"{variable.Key}={variable.Value}")),
            ["Labels"] = ApiWords.Object(Labels.All),
            ["ExposedPorts"] = new JsonObject(_ports.Select(port => KeyValuePair.Create(PortName(port), (JsonNode?)new JsonObject()))),
            ["HostConfig"] = host,
        };
        if (_entryPoint is not null)
        {
            specification["Entrypoint"] = ApiWords.Array(_entryPoint);
        }

        if (_network is not null)
        {
            host["NetworkMode"] = _network.Name;
            specification["NetworkingConfig"] = new JsonObject
            {
                ["EndpointsConfig"] = new JsonObject { [_network.Name] = new JsonObject { ["Aliases"] = ApiWords.Array(_aliases) } },
            };
        }

        if (_network is not { IsReachedDirectly: true })
        {
            // An empty host port is one that is free; never on all of the machine's addresses.
            host["PortBindings"] = new JsonObject(_ports.Select(port => KeyValuePair.Create(
                PortName(port), (JsonNode?)new JsonArray(new JsonObject { ["HostIp"] = "127.0.0.1", ["HostPort"] = "" }))));
        }

        return specification;
    }

    private static string PortName(int port) => string.Create(CultureInfo.InvariantCulture, $"{port}/tcp");
}
