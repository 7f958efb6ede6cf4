using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Conformance.Signatures.Cryptography;
using Conformance.Suites.Harness;
using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Scenarios;
using Conformance.Suites.Harness.Targets;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Conformance.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(Stage))]
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Conformance.Suites.Scenarios.Support;

/// <summary>What all scenarios of a run share: one target in a container, and the network in which peers meet it. Made when the first scenario asks.</summary>
public sealed class Stage : IAsyncDisposable
{
    private const int MostPeers = 600;

    private readonly Lazy<Task<string?>> _started;
    private TestBed? _bed;
    private int _peers;

    /// <summary>A stage that isn't set up yet.</summary>
    public Stage() => _started = new Lazy<Task<string?>>(StartAsync);

    /// <summary>The homeserver under test.</summary>
    internal Target Target { get; private set; } = null!;

    /// <summary>Where peers listen and find each other and the target.</summary>
    internal PeerNetwork Network { get; private set; } = null!;

    /// <summary>Sets the stage up.</summary>
    /// <returns>Why it can't be, with what to do; null when it is.</returns>
    internal Task<string?> ReadyAsync() => _started.Value;

    /// <summary>Adds a peer under a name that no scenario has used.</summary>
    internal Task<FederationPeer> AddPeerAsync()
    {
        int number = Interlocked.Increment(ref _peers);
        return number <= MostPeers ? Network.AddAsync(HostOf(number)) : throw new InvalidOperationException("The run has no more names for peers.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Network is not null)
        {
            await Network.DisposeAsync();
        }

        if (Target is not null)
        {
            await Target.DisposeAsync();
        }

        if (_bed is not null)
        {
            await _bed.DisposeAsync();
        }
    }

    private static string HostOf(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    private async Task<string?> StartAsync()
    {
        if (Ed25519Libraries.Default is null)
        {
            return Ed25519Libraries.Advice;
        }

        if (DockerEndpoint.Find(Environment.GetEnvironmentVariable) is not { } endpoint)
        {
            return Requirement.Engine;
        }

        try
        {
            string folder = Path.Combine(Repository.Root, "suites", "targets");
            TargetDefinition? definition = TargetCatalog.Choose(folder, Environment.GetEnvironmentVariable(TargetCatalog.Variable)).FirstOrDefault(target => target.Image is not null);
            if (definition is null)
            {
                return $"{TargetCatalog.Variable} names no target with an image.";
            }

            _bed = await TestBed.CreateAsync(endpoint, TimeProvider.System, _ => { }, CancellationToken.None);
            if (_bed.PeerAddress is not { } address)
            {
                return "The container engine runs on another machine, where containers can't reach peers in this process.";
            }

            // The names of all peers are told beforehand, so that finding them takes no name server.
            ImmutableDictionary<string, IPAddress> hosts = Enumerable.Range(1, MostPeers).ToImmutableDictionary(HostOf, _ => address);
            Target = await _bed.StartAsync(definition, new TargetOptions { Hosts = hosts }, CancellationToken.None);
            Network = new PeerNetwork(address, new CertificatesOfRun(_bed.Authority));
            Network.Directory.Set(Target.ServerName, Target.Container!.AddressOf(Target.FederationPort));
            return null;
        }
        catch (TargetUnavailableException e)
        {
            return e.Message;
        }
        catch (DockerException e)
        {
            return $"The container engine can't be used: {e.Message}";
        }
    }
}
