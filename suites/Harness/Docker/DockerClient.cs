using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Harness.Docker;

/// <summary>A thin client of the Docker Engine API, version 1.41 or the nearest that the engine speaks. Podman's compatible API works too.</summary>
public sealed partial class DockerClient : IDisposable
{
    private static readonly Version Wanted = new(1, 41);

    private readonly HttpClient _http;
    private string _version = "";

    private DockerClient(DockerEndpoint endpoint)
    {
        Endpoint = endpoint;
        var handler = new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30) };
        if (endpoint.SocketPath is { } path)
        {
            handler.ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        }

        // Single requests have their own bounds: building an image or following a log takes as long as it takes.
        _http = new HttpClient(handler) { BaseAddress = endpoint.Address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Where the engine is.</summary>
    public DockerEndpoint Endpoint { get; }

    /// <summary>What the engine calls itself and its version, such as <c>Docker 20.10.24</c>.</summary>
    public string Engine { get; private set; } = "";

    /// <summary>Connects to an engine and agrees on a version of the API.</summary>
    /// <param name="endpoint">Where it is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DockerException">No engine answers there.</exception>
    public static async Task<DockerClient> ConnectAsync(DockerEndpoint endpoint, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var client = new DockerClient(endpoint);
        try
        {
            using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            bounded.CancelAfter(TimeSpan.FromSeconds(10));
            JsonElement version = await client.GetAsync("version", bounded.Token).ConfigureAwait(false);
            client.Engine = $"{(version.TryGetProperty("Platform", out JsonElement platform) && platform.Text("Name") is { Length: > 0 } name ? name : "Docker")} {version.Text("Version")}";
            Version most = Version.TryParse(version.Text("ApiVersion"), out Version? api) ? api : Wanted;
            Version least = Version.TryParse(version.Text("MinAPIVersion"), out Version? minimum) ? minimum : Wanted;
            client._version = $"v{(Wanted > most ? most : Wanted < least ? least : Wanted)}/";
            return client;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            client.Dispose();
            throw new DockerException($"No Docker Engine answers at {endpoint}: {e.Message}", e);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, path, null, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, cancellation).ConfigureAwait(false);
    }

    private async Task<JsonElement> PostAsync(string path, JsonNode? body, CancellationToken cancellation)
    {
        using HttpContent? content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, path, content, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes something; that it isn't there any more is no failure.</summary>
    private async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        try
        {
            (await SendAsync(HttpMethod.Delete, path, null, cancellation).ConfigureAwait(false)).Dispose();
        }
        catch (DockerException e) when (e.Status == HttpStatusCode.NotFound)
        {
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(_version + path, UriKind.Relative)) { Content = content };
        if (method == HttpMethod.Post && content is null)
        {
            request.Content = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);

        // 304: what was asked for is so already, such as stopping a container that doesn't run.
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotModified)
        {
            return answer;
        }

        using (answer)
        {
            string text = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            throw new DockerException($"{method} {path}", answer.StatusCode, MessageOf(text));
        }
    }

    private static string MessageOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Text("message");
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        if (bytes.Length == 0)
        {
            return default;
        }

        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

    /// <summary>A filter on labels, as a query wants it.</summary>
    private static string LabelFilter(string label) => Uri.EscapeDataString(new JsonObject { ["label"] = new JsonArray(label) }.ToJsonString());
}
