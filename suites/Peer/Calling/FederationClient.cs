using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Conformance.Profiles.Federation;
using Conformance.Suites.Peer.Authentication;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Peer.Wire;

namespace Conformance.Suites.Peer.Calling;

/// <summary>
/// Asks other servers as a peer: signed, over TLS with certificates of the run's authority only, and at the places that the run's directory names; it goes nowhere
/// else. Any number of threads.
/// </summary>
internal sealed class FederationClient : IDisposable
{
    private readonly FederationPeer _peer;
    private readonly HttpClient _http;
    private readonly SocketsHttpHandler _handler;

    internal FederationClient(FederationPeer peer)
    {
        _peer = peer;
        var trust = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        trust.CustomTrustStore.Add(peer.Network.Certificates.Root);
        _handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        };
        _http = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks with GET.</summary>
    /// <param name="server">Whom.</param>
    /// <param name="target">Path and query, encoded.</param>
    /// <param name="isSigned">Whether the request is signed.</param>
    public Task<FederationAnswer> GetAsync(string server, string target, bool isSigned = true) =>
        SendAsync(server, "GET", target, null, isSigned ? null : new CallOptions { IsSigned = false });

    /// <summary>Asks with PUT.</summary>
    public Task<FederationAnswer> PutAsync(string server, string target, JsonNode content) => SendAsync(server, "PUT", target, content);

    /// <summary>Asks with POST.</summary>
    public Task<FederationAnswer> PostAsync(string server, string target, JsonNode content) => SendAsync(server, "POST", target, content);

    /// <summary>Asks. A server that doesn't answer is an answer of status 0.</summary>
    /// <param name="server">Whom.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">Path and query, encoded.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="options">How the request differs from an honest one.</param>
    public async Task<FederationAnswer> SendAsync(string server, string method, string target, JsonNode? content, CallOptions? options = null)
    {
        options ??= new CallOptions();
        byte[] body = options.RawBody is { } raw ? raw.ToArray() : content is null ? [] : PeerAnswer.Json(content).Body.ToArray();
        string header = options.IsSigned ? Header(server, method, target, content, options) ?? "" : "";
        long number = _peer.Network.NextExchange();
        DateTimeOffset started = _peer.Network.Time.GetUtcNow();
        long clock = _peer.Network.Time.GetTimestamp();
        using HttpRequestMessage request = Request(server, method, target, header, body);
        using var bound = new CancellationTokenSource(options.Bound);
        FederationAnswer answer;
        (string, string)[] headers = [];
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, bound.Token);
            headers = [.. response.Headers.Concat(response.Content.Headers).Select(pair => (pair.Key, string.Join(", ", pair.Value)))];
            answer = new FederationAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(bound.Token));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            answer = new FederationAnswer(0, ReadOnlyMemory<byte>.Empty, e is OperationCanceledException ? $"No answer within {options.Bound.TotalSeconds:0.#} s." : $"{e.Message} {e.InnerException?.Message}");
        }

        int mark = target.IndexOf('?', StringComparison.Ordinal);
        _peer.Keep(new RecordedExchange
        {
            Number = number,
            Origin = _peer.Name,
            Destination = server,
            Endpoint = FederationEndpoints.Match(method, mark < 0 ? target : target[..mark])?.Endpoint.Name ?? "error",
            Method = method,
            Target = target,
            Authorization = header,
            Request = body,
            Status = answer.Status,
            Headers = [.. headers],
            Answer = answer.Body,
            Started = started,
            Duration = _peer.Network.Time.GetElapsedTime(clock),
            IsFinished = answer.Problem is null,
        });
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private string? Header(string server, string method, string target, JsonNode? content, CallOptions options)
    {
        PeerKey key = _peer.Keys.Current;
        var header = new XMatrix(_peer.Name, server, key.Id, key.Sign(SignedRequest.Bytes(method, target, _peer.Name, server, content)));
        return options.Header is { } change ? change(header) : header.ToString();
    }

    private static HttpRequestMessage Request(string server, string method, string target, string header, byte[] body)
    {
        // What is signed is the target as it is sent, so nothing may be tidied up on the way.
        var uri = new Uri($"https://{server}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(method), uri);
        request.Headers.Host = server;
        if (header.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        string server = context.InitialRequestMessage.Headers.Host ?? context.DnsEndPoint.Host;
        if (_peer.Network.Directory.Find(server) is not { } place)
        {
            throw new HttpRequestException($"{server} is no server of this run.");
        }

        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
