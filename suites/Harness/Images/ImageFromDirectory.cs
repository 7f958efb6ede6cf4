using System.Collections.Immutable;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Conformance.Suites.Harness.Docker;

namespace Conformance.Suites.Harness.Images;

/// <summary>An image built from a folder with a Dockerfile.</summary>
/// <param name="Docker">The engine.</param>
/// <param name="Repository">The image's name.</param>
/// <param name="Folder">The folder.</param>
public sealed record ImageFromDirectory(DockerClient Docker, string Repository, string Folder)
{
    private ImmutableSortedDictionary<string, string> _arguments = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Gives the build an argument.</summary>
    public ImageFromDirectory WithArgument(string name, string value) => this with { _arguments = _arguments.SetItem(name, value) };

    /// <summary>Builds it, unless the engine has an image of the same files and arguments.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The image's name and tag; the tag is a hash of all that goes into it.</returns>
    public async Task<string> BuildAsync(CancellationToken cancellation)
    {
        string[] files = [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string name = $"{Repository}:{await TagAsync(files, cancellation).ConfigureAwait(false)}";
        if (await Docker.HasImageAsync(name, cancellation).ConfigureAwait(false))
        {
            return name;
        }

        using var context = new MemoryStream();
        await using (var writer = new TarWriter(context, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (string file in files)
            {
                await writer.WriteEntryAsync(file, Relative(file), cancellation).ConfigureAwait(false);
            }
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["conformance.image"] = Repository };
        await Docker.BuildImageAsync(context, name, _arguments, labels, cancellation).ConfigureAwait(false);
        return name;
    }

    private string Relative(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');

    private async Task<string> TagAsync(string[] files, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, string value) in _arguments)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}={value}\n"));
        }

        foreach (string file in files)
        {
            byte[] content = await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Relative(file)} {content.Length}\n"));
            hash.AppendData(content);
        }

        const int Digits = 16;
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
