using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Conformance.Suites.Peer.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.Suites.Peer.Serving;

/// <summary>
/// Listens on one address for one or several peers: the certificate is chosen by the name in the TLS handshake, the peer by the header <c>Host</c>.
/// It can be stopped and started again on the same port, cut connections, and swallow what is sent.
/// </summary>
internal sealed class PeerListener : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FederationPeer> _peers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _ended = new();
    private readonly IPAddress _address;
    private WebApplication? _application;
    private volatile ListenerMode _mode;

    private PeerListener(IPAddress address, int port)
    {
        _address = address;
        Place = new IPEndPoint(address, port);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Place { get; private set; }

    /// <summary>What becomes of connections. Those that are open already are left alone.</summary>
    public ListenerMode Mode
    {
        get => _mode;
        set => _mode = value;
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="address">The address; only this one.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PeerListener> StartAsync(IPAddress address, int port)
    {
        var listener = new PeerListener(address, port);
        await listener.StartAsync();
        return listener;
    }

    /// <summary>Serves a peer.</summary>
    public void Add(FederationPeer peer, X509Certificate2 certificate)
    {
        _peers[peer.Name] = peer;
        _certificates[ServerName.HostOf(peer.Name)] = certificate;
    }

    /// <summary>Shows another certificate from now on: for connections that are made from now on.</summary>
    /// <param name="host">The name that is asked for in the handshake.</param>
    /// <param name="certificate">The certificate, with its key.</param>
    public void Show(string host, X509Certificate2 certificate) => _certificates[host] = certificate;

    /// <summary>Starts to listen again, on the same port.</summary>
    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Configure);
        _application = builder.Build();
        _application.Run(ServeAsync);
        await _application.StartAsync();
        string bound = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Place = new IPEndPoint(_address, new Uri(bound).Port);
    }

    /// <summary>Stops to listen: connections are refused from now on, open ones are cut.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _application, null) is { } application)
        {
            using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await application.StopAsync(now.Token);
            await application.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await StopAsync();
    }

    private void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestLineSize = 1 << 17;
        options.Limits.MaxRequestBufferSize = 1 << 20;
        options.Limits.MinResponseDataRate = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(_address, Place.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => ConnectAsync(next, connection));
            listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificateSelector = (_, name) => Select(name) });
        });
    }

    private X509Certificate2? Select(string? host) => host is not null && _certificates.TryGetValue(host, out X509Certificate2? found) ? found : _certificates.Values.FirstOrDefault();

    private async Task ConnectAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        switch (Mode)
        {
            case ListenerMode.Reset:
                connection.Abort();
                break;
            case ListenerMode.Swallow:
                using (var ended = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, connection.ConnectionClosed))
                {
                    await Task.Delay(Timeout.Infinite, ended.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                }

                break;
            default:
                await next(connection);
                break;
        }
    }

    private Task ServeAsync(HttpContext context)
    {
        string host = context.Request.Host.Value ?? "";
        FederationPeer? peer = _peers.GetValueOrDefault(host) ?? (_peers.Count == 1 ? _peers.Values.First() : null);
        if (peer is null)
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        return peer.ServeAsync(context);
    }
}
