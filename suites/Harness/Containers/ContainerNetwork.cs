using System.Net;
using System.Net.NetworkInformation;
using Conformance.Suites.Harness.Docker;

namespace Conformance.Suites.Harness.Containers;

/// <summary>A network of containers. Disposing of it removes it.</summary>
public sealed class ContainerNetwork : IAsyncDisposable
{
    private readonly DockerClient _docker;

    internal ContainerNetwork(DockerClient docker, string id, string name, bool hasNoWayOut, IPAddress? gateway)
    {
        _docker = docker;
        Id = id;
        Name = name;
        HasNoWayOut = hasNoWayOut;
        Gateway = gateway;
        IsOnThisMachine = gateway is not null && NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(device => device.GetIPProperties().UnicastAddresses)
            .Any(address => address.Address.Equals(gateway));
    }

    /// <summary>The network's ID.</summary>
    public string Id { get; }

    /// <summary>The network's name.</summary>
    public string Name { get; }

    /// <summary>Whether no way leads out. Then no port is published either: this machine talks to the containers' own addresses.</summary>
    public bool HasNoWayOut { get; }

    /// <summary>The gateway; null where the engine tells none.</summary>
    public IPAddress? Gateway { get; }

    /// <summary>Whether the gateway is an address of this machine, so that a process here can serve containers on it, and reach their addresses. Not so
    /// with engines in a virtual machine or without root.</summary>
    public bool IsOnThisMachine { get; }

    /// <summary>Whether this machine reaches containers at their own addresses; otherwise at published ports.</summary>
    internal bool IsReachedDirectly => HasNoWayOut && IsOnThisMachine;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _docker.RemoveNetworkAsync(Id, CancellationToken.None).ConfigureAwait(false);
}
