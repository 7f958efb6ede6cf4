using System.Formats.Tar;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Harness.Docker;

/// <summary>Containers.</summary>
public sealed partial class DockerClient
{
    /// <summary>Makes a container.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="specification">What it is to be, in the words of the API.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The container's ID.</returns>
    public async Task<string> CreateContainerAsync(string name, JsonObject specification, CancellationToken cancellation) =>
        (await PostAsync($"containers/create?name={Uri.EscapeDataString(name)}", specification, cancellation).ConfigureAwait(false)).Text("Id");

    /// <summary>Starts a container.</summary>
    public Task StartContainerAsync(string id, CancellationToken cancellation) => PostAsync($"containers/{id}/start", null, cancellation);

    /// <summary>Stops a container, by force once the time is up.</summary>
    public Task StopContainerAsync(string id, TimeSpan grace, CancellationToken cancellation) =>
        PostAsync($"containers/{id}/stop?t={(int)grace.TotalSeconds}", null, cancellation);

    /// <summary>Sends a signal to a container's first process.</summary>
    public Task KillContainerAsync(string id, string signal, CancellationToken cancellation) => PostAsync($"containers/{id}/kill?signal={signal}", null, cancellation);

    /// <summary>Freezes a container's processes.</summary>
    public Task PauseContainerAsync(string id, CancellationToken cancellation) => PostAsync($"containers/{id}/pause", null, cancellation);

    /// <summary>Lets a frozen container go on.</summary>
    public Task UnpauseContainerAsync(string id, CancellationToken cancellation) => PostAsync($"containers/{id}/unpause", null, cancellation);

    /// <summary>Removes a container and its volumes, running or not; that it is gone already is no failure.</summary>
    public Task RemoveContainerAsync(string id, CancellationToken cancellation) => DeleteAsync($"containers/{id}?force=true&v=true", cancellation);

    /// <summary>How a container is.</summary>
    public async Task<ContainerState> InspectContainerAsync(string id, CancellationToken cancellation) =>
        ContainerState.Of(await GetAsync($"containers/{id}/json", cancellation).ConfigureAwait(false));

    /// <summary>All containers with a label, running or not.</summary>
    public async Task<IReadOnlyList<LabelledResource>> ListContainersAsync(string label, CancellationToken cancellation)
    {
        JsonElement list = await GetAsync($"containers/json?all=true&filters={LabelFilter(label)}", cancellation).ConfigureAwait(false);
        return [.. list.EnumerateArray().Select(one => new LabelledResource(
            one.Text("Id"), DateTimeOffset.FromUnixTimeSeconds(one.GetProperty("Created").GetInt64()), one.Texts("Labels")))];
    }

    /// <summary>Puts files into a container that runs or doesn't.</summary>
    /// <param name="id">The container.</param>
    /// <param name="files">The files; folders are made.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task PutFilesAsync(string id, IEnumerable<ContainerFile> files, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var tar = new MemoryStream();
        await using (var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (ContainerFile file in files)
            {
                using var content = new MemoryStream(file.Content.ToArray(), writable: false);
                var entry = new PaxTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/')) { Mode = file.Mode, DataStream = content };
                await writer.WriteEntryAsync(entry, cancellation).ConfigureAwait(false);
            }
        }

        using HttpContent body = TarContent(tar);
        (await SendAsync(HttpMethod.Put, $"containers/{id}/archive?path=%2F", body, cancellation).ConfigureAwait(false)).Dispose();
    }

    /// <summary>Takes one file out of a container.</summary>
    /// <param name="id">The container.</param>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="DockerException">There is no such file.</exception>
    public async Task<byte[]> GetFileAsync(string id, string path, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await SendAsync(
            HttpMethod.Get, $"containers/{id}/archive?path={Uri.EscapeDataString(path)}", null, cancellation).ConfigureAwait(false);
        await using Stream stream = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var reader = new TarReader(stream);
        TarEntry? entry = await reader.GetNextEntryAsync(copyData: true, cancellation).ConfigureAwait(false);
        if (entry?.DataStream is not { } data)
        {
            throw new DockerException($"{path} isn't a file in the container.");
        }

        using var content = new MemoryStream();
        await data.CopyToAsync(content, cancellation).ConfigureAwait(false);
        return content.ToArray();
    }

    /// <summary>What a container wrote to standard output and standard error, in the order it came.</summary>
    /// <param name="id">The container.</param>
    /// <param name="tail">The last lines that are wanted; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<string> LogsAsync(string id, int? tail, CancellationToken cancellation)
    {
        string lines = tail is { } count ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : "all";
        using HttpResponseMessage answer = await SendAsync(
            HttpMethod.Get, $"containers/{id}/logs?stdout=true&stderr=true&tail={lines}", null, cancellation).ConfigureAwait(false);
        await using Stream stream = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        (string output, _) = await FramedOutput.ReadAsync(stream, apart: false, cancellation).ConfigureAwait(false);
        return output;
    }

    /// <summary>Runs a command in a container to its end.</summary>
    /// <param name="id">The container.</param>
    /// <param name="command">The command and its arguments.</param>
    /// <param name="cancellation">Stops the waiting, not the command.</param>
    public async Task<ExecResult> ExecAsync(string id, IReadOnlyList<string> command, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        var specification = new JsonObject
        {
            ["AttachStdout"] = true,
            ["AttachStderr"] = true,
            ["Cmd"] = new JsonArray([.. command.Select(word => (JsonNode)word)]),
        };
        string exec = (await PostAsync($"containers/{id}/exec", specification, cancellation).ConfigureAwait(false)).Text("Id");
        using HttpContent start = new StringContent("""{"Detach":false,"Tty":false}""", new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, $"exec/{exec}/start", start, cancellation).ConfigureAwait(false);
        await using Stream stream = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        (string output, string error) = await FramedOutput.ReadAsync(stream, apart: true, cancellation).ConfigureAwait(false);
        JsonElement ended = await GetAsync($"exec/{exec}/json", cancellation).ConfigureAwait(false);
        return new ExecResult(ended.GetProperty("ExitCode").GetInt32(), output, error);
    }

    private static StreamContent TarContent(Stream tar)
    {
        tar.Position = 0;
        return new StreamContent(tar) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-tar") } };
    }
}
