using System.Net;
using Conformance.Suites.Harness.Certificates;
using Conformance.Suites.Harness.Containers;

namespace Conformance.Suites.Harness.Waiting;

/// <summary>An answer with a status.</summary>
internal sealed record HttpWait(int Port, string Path, HttpStatusCode Status, TimeSpan Bound) : IWaitStrategy
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

    /// <summary>Who vouches for the server, and its name; null asks without TLS.</summary>
    public (CertificateAuthority Authority, string Name)? Tls { get; init; }

    private string Scheme => Tls is null ? "http" : "https";

    public string Description => $"{Scheme} status {(int)Status} from :{Port}{Path}";

    public async Task<string?> WhyNotAsync(Container container, CancellationToken cancellation)
    {
        if (container.Find(Port) is not { } address)
        {
            return "the port has no address";
        }

        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = Tls?.Authority.Trust();
        using var http = new HttpClient(handler) { Timeout = Each };
        try
        {
            // The name that TLS checks is that of the header, not the address that is connected to.
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Scheme}://{address}{Path}"));
            request.Headers.Host = Tls?.Name;
            using HttpResponseMessage answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            return answer.StatusCode == Status ? null : $"status {(int)answer.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return e.InnerException?.Message ?? e.Message;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {Each.TotalSeconds:0} s";
        }
    }
}
