using System.Security.Cryptography.X509Certificates;

namespace Conformance.Suites.Harness.Targets;

/// <summary>Clients that talk to one server and follow no redirect.</summary>
internal static class HttpClients
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>Makes a client.</summary>
    /// <param name="address">The base of all requests; its host is what TLS checks.</param>
    /// <param name="connect">Connects to the server; null looks the host up.</param>
    /// <param name="trust">How certificates are checked; null as the machine does.</param>
    public static HttpClient To(Uri address, Func<CancellationToken, ValueTask<Stream>>? connect, X509ChainPolicy? trust)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        handler.SslOptions.CertificateChainPolicy = trust;
        if (connect is not null)
        {
            handler.ConnectCallback = (_, cancellation) => connect(cancellation);
        }

        return new HttpClient(handler) { BaseAddress = address, Timeout = Bound };
    }
}
