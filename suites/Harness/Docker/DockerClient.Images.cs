using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Harness.Docker;

/// <summary>Images. None is ever pulled: nothing leaves the machine.</summary>
public sealed partial class DockerClient
{
    /// <summary>Whether the engine has an image.</summary>
    public async Task<bool> HasImageAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await GetAsync($"images/{Uri.EscapeDataString(name)}/json", cancellation).ConfigureAwait(false);
            return true;
        }
        catch (DockerException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Makes an image of a file system.</summary>
    /// <param name="tar">The file system, as tar.</param>
    /// <param name="repository">The image's name without the tag.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task ImportImageAsync(Stream tar, string repository, string tag, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tar);
        using HttpContent content = TarContent(tar);
        using HttpResponseMessage answer = await SendAsync(
            HttpMethod.Post, $"images/create?fromSrc=-&repo={Uri.EscapeDataString(repository)}&tag={Uri.EscapeDataString(tag)}", content, cancellation).ConfigureAwait(false);
        await FollowAsync(answer, "importing an image", cancellation).ConfigureAwait(false);
    }

    /// <summary>Builds an image from a Dockerfile and the files beside it.</summary>
    /// <param name="context">The folder's content, as tar.</param>
    /// <param name="name">The image's name and tag.</param>
    /// <param name="arguments">Build arguments.</param>
    /// <param name="labels">Labels of the image.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DockerException">The build failed; the message has its output.</exception>
    public async Task BuildImageAsync(
        Stream context, string name, IReadOnlyDictionary<string, string> arguments, IReadOnlyDictionary<string, string> labels, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        using HttpContent content = TarContent(context);
        string path = $"build?t={Uri.EscapeDataString(name)}&rm=true&forcerm=true&buildargs={Escaped(arguments)}&labels={Escaped(labels)}";
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, path, content, cancellation).ConfigureAwait(false);
        await FollowAsync(answer, $"building {name}", cancellation).ConfigureAwait(false);

        static string Escaped(IReadOnlyDictionary<string, string> texts) => Uri.EscapeDataString(
            new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))).ToJsonString());
    }

    /// <summary>Removes an image; that it is gone already is no failure.</summary>
    public Task RemoveImageAsync(string name, CancellationToken cancellation) => DeleteAsync($"images/{Uri.EscapeDataString(name)}?force=true", cancellation);

    /// <summary>Reads the messages of long work to its end. The status was sent before it began, so that a failure shows in a message alone.</summary>
    private static async Task FollowAsync(HttpResponseMessage answer, string work, CancellationToken cancellation)
    {
        await using Stream stream = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var reader = new StreamReader(stream);
        var output = new StringBuilder();
        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using var message = JsonDocument.Parse(line);
            output.Append(message.RootElement.Text("stream"));
            if (message.RootElement.Text("error") is { Length: > 0 } error)
            {
                throw new DockerException($"Docker failed at {work}: {error}\n{output}");
            }
        }
    }
}
