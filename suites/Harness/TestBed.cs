using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Conformance.Suites.Harness.Certificates;
using Conformance.Suites.Harness.Containers;
using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Naming;
using Conformance.Suites.Harness.Targets;
using Conformance.Suites.Harness.Waiting;

namespace Conformance.Suites.Harness;

/// <summary>What the containers of one run share: the engine, a network without a way out, an authority, a name server. Disposing of it removes all of it.</summary>
/// <remarks>A federation peer in this process listens on <see cref="PeerAddress"/> under a certificate of <see cref="Authority"/>. Targets find it by any name
/// that was given to <see cref="Names"/>, or, where there is no name server, by a name that <see cref="StartAsync"/> was told.</remarks>
public sealed class TestBed : IAsyncDisposable
{
    private readonly DockerClient _docker;
    private readonly ContainerNetwork _network;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _images = new(StringComparer.Ordinal);
    private int _servers;

    private TestBed(DockerClient docker, RunLabels labels, ContainerNetwork network, CertificateAuthority authority, NameServer? names)
    {
        _docker = docker;
        Labels = labels;
        _network = network;
        Authority = authority;
        Names = names;
    }

    /// <summary>The labels of all that is made here.</summary>
    public RunLabels Labels { get; }

    /// <summary>What the engine calls itself, and its version.</summary>
    public string Engine => _docker.Engine;

    /// <summary>The authority that all servers of the run trust.</summary>
    public CertificateAuthority Authority { get; }

    /// <summary>The address at which containers reach servers in this process, which is one that this process can listen on; null where the engine runs elsewhere.</summary>
    public IPAddress? PeerAddress => _network.IsOnThisMachine ? _network.Gateway : null;

    /// <summary>Answers the containers' questions for names; null where this process may not listen on port 53. Then servers find each other by names with a
    /// port, which need no question that leaves the network.</summary>
    public NameServer? Names { get; }

    /// <summary>Makes a test bed, after removing what dead runs left behind.</summary>
    /// <param name="endpoint">Where the engine is.</param>
    /// <param name="clock">The time.</param>
    /// <param name="log">Whom messages go to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TargetUnavailableException">No engine answers.</exception>
    /// <exception cref="DockerException">The engine refuses.</exception>
    public static async Task<TestBed> CreateAsync(DockerEndpoint endpoint, TimeProvider clock, Action<string> log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        DockerClient docker = await ConnectAsync(endpoint, cancellation).ConfigureAwait(false);
        var labels = RunLabels.OfThisProcess();
        try
        {
            int removed = await LeftOvers.RemoveAsync(docker, labels, clock, cancellation).ConfigureAwait(false);
            if (removed > 0)
            {
                log($"Removed {removed} containers and networks that earlier runs left behind.");
            }

            var builder = new NetworkBuilder(docker, labels);
            ContainerNetwork network = await builder.WithNoWayOut().CreateAsync(cancellation).ConfigureAwait(false);
            if (!network.IsOnThisMachine)
            {
                // Without a way out there are no published ports either, and the containers' own addresses aren't to be reached from here.
                await network.DisposeAsync().ConfigureAwait(false);
                network = await builder.CreateAsync(cancellation).ConfigureAwait(false);
            }

            NameServer? names = network is { IsOnThisMachine: true, Gateway: { } gateway } ? NameServer.TryStart(gateway) : null;
            return new TestBed(docker, labels, network, CertificateAuthority.Create(clock), names);
        }
        catch
        {
            await LeftOvers.RemoveRunAsync(docker, labels.Id, CancellationToken.None).ConfigureAwait(false);
            docker.Dispose();
            throw;
        }
    }

    /// <summary>Starts a target in a container and waits until it answers.</summary>
    /// <param name="definition">The target; it must have an image.</param>
    /// <param name="options">What is special this time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TargetUnavailableException">Its image isn't there and can't be made without a network.</exception>
    /// <exception cref="ContainerFailedException">It didn't start.</exception>
    public async Task<Target> StartAsync(TargetDefinition definition, TargetOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        string image = await ImageAsync(definition, cancellation).ConfigureAwait(false);
        string serverName = options.ServerName ?? string.Create(CultureInfo.InvariantCulture, $"hs{Interlocked.Increment(ref _servers)}");
        string host = Target.HostOf(serverName);
        ContainerBuilder builder = new ContainerBuilder(_docker, Labels, image)
            .Named($"{definition.Name} ({serverName})")
            .WithNetwork(_network, host)
            .WithEnvironment("SERVER_NAME", serverName)
            .WithFile("/complement/ca/ca.crt", Authority.CertificatePem)
            .WithFile("/complement/ca/ca.key", Authority.KeyPem)
            .WithPort(Target.ClientPort)
            .WithPort(Target.FederationPort)
            .WithNameServer(Names?.Address.Address ?? IPAddress.Loopback)
            .WaitingFor(Wait.ForHttp(Target.ClientPort, "/_matrix/client/versions"))
            .WaitingFor(Wait.ForHttps(Authority, host, Target.FederationPort, "/_matrix/federation/v1/version"));
        builder = definition.Environment.Aggregate(builder, (current, variable) => current.WithEnvironment(variable.Key, variable.Value));
        builder = options.Environment.Aggregate(builder, (current, variable) => current.WithEnvironment(variable.Key, variable.Value));
        builder = options.Hosts.Aggregate(builder, (current, name) => current.WithHost(name.Key, name.Value));
        builder = options.Files.Aggregate(builder, (current, file) => current.WithFile(file.Path, file.Content, file.Mode));
        Container container = await builder.StartAsync(cancellation).ConfigureAwait(false);
        return Target.Of(definition, serverName, container, Authority, PeerAddress is { } address ? new PeerAccess(address, Authority, Names) : null);
    }

    /// <summary>The image of a target, made where its recipe can be followed without a network.</summary>
    /// <param name="definition">The target.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TargetUnavailableException">It can't be had.</exception>
    public Task<string> ImageAsync(TargetDefinition definition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _images.GetOrAdd(definition.Name, _ => new Lazy<Task<string>>(() => TargetImages.GetAsync(_docker, definition, cancellation))).Value;
    }

    /// <summary>Describes another container on the same network, such as a database.</summary>
    /// <param name="image">Its image.</param>
    public ContainerBuilder Container(string image) => new ContainerBuilder(_docker, Labels, image)
        .WithNetwork(_network)
        .WithNameServer(Names?.Address.Address ?? IPAddress.Loopback);

    /// <summary>A socket may be left of an engine that was stopped: the same as no engine.</summary>
    private static async Task<DockerClient> ConnectAsync(DockerEndpoint endpoint, CancellationToken cancellation)
    {
        try
        {
            return await DockerClient.ConnectAsync(endpoint, cancellation).ConfigureAwait(false);
        }
        catch (DockerException e) when (e.Status is null)
        {
            throw new TargetUnavailableException($"{e.Message}. Start it, or set DOCKER_HOST.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Names is not null)
        {
            await Names.DisposeAsync().ConfigureAwait(false);
        }

        try
        {
            await LeftOvers.RemoveRunAsync(_docker, Labels.Id, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Authority.Dispose();
            _docker.Dispose();
        }
    }
}
