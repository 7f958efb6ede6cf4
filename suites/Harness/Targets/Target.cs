using System.Net;
using System.Net.Sockets;
using Conformance.Suites.Harness.Certificates;
using Conformance.Suites.Harness.Containers;

namespace Conformance.Suites.Harness.Targets;

/// <summary>A homeserver under test that runs. Disposing of it removes its container, if it has one.</summary>
public sealed class Target : IAsyncDisposable
{
    /// <summary>The port of the plain Client-Server API in the contract of Complement's images.</summary>
    public const int ClientPort = 8008;

    /// <summary>The port of the Server-Server API under TLS in the contract of Complement's images.</summary>
    public const int FederationPort = 8448;

    private Target(TargetDefinition definition, string serverName, Container? container, HttpClient client, HttpClient federation, PeerAccess? peers)
    {
        Definition = definition;
        ServerName = serverName;
        Container = container;
        Client = client;
        Federation = federation;
        Peers = peers;
    }

    /// <summary>What it is.</summary>
    public TargetDefinition Definition { get; }

    /// <summary>Its server name.</summary>
    public string ServerName { get; }

    /// <summary>Its container; null for a server that ran already.</summary>
    public Container? Container { get; }

    /// <summary>Talks to its Client-Server API, without a token. Goes on after a restart.</summary>
    public HttpClient Client { get; }

    /// <summary>Talks to its Server-Server API, without signatures. Goes on after a restart.</summary>
    public HttpClient Federation { get; }

    /// <summary>How it reaches federation peers in this process; null when it doesn't.</summary>
    public PeerAccess? Peers { get; }

    /// <summary>A target in a container.</summary>
    internal static Target Of(TargetDefinition definition, string serverName, Container container, CertificateAuthority authority, PeerAccess? peers)
    {
        string host = HostOf(serverName);
        return new Target(
            definition,
            serverName,
            container,
            HttpClients.To(new Uri($"http://{host}:{ClientPort}/"), ConnectAsync(ClientPort), null),
            HttpClients.To(new Uri($"https://{serverName}/"), ConnectAsync(FederationPort), authority.Trust()),
            peers);

        Func<CancellationToken, ValueTask<Stream>> ConnectAsync(int port) => async cancellation =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(container.AddressOf(port), cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
    }

    /// <summary>A server that runs already.</summary>
    internal static Target Of(TargetDefinition definition, TargetServer server, CertificateAuthority? authority) => new(
        definition, server.Name, null, HttpClients.To(server.Client, null, null), HttpClients.To(server.Federation, null, authority?.Trust()),
        authority is not null && IPAddress.TryParse(server.ReachesUsAt, out IPAddress? address) ? new PeerAccess(address, authority, null) : null);

    /// <summary>A server name without its port.</summary>
    internal static string HostOf(string serverName)
    {
        int colon = serverName.LastIndexOf(':');
        return colon > serverName.LastIndexOf(']') && colon > 0 ? serverName[..colon] : serverName;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Federation.Dispose();
        if (Container is not null)
        {
            await Container.DisposeAsync().ConfigureAwait(false);
        }
    }
}
