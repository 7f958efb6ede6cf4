using Conformance.Suites.Harness.Docker;

namespace Conformance.Suites.Harness.Images;

/// <summary>An image made of a file system in a tar, for machines that reach no registry.</summary>
/// <param name="Docker">The engine.</param>
/// <param name="Repository">The image's name.</param>
/// <param name="Tag">Its tag, which changes with the content.</param>
public sealed record ImageFromTar(DockerClient Docker, string Repository, string Tag)
{
    /// <summary>Imports it, unless the engine has it.</summary>
    /// <param name="path">The tar.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The image's name and tag.</returns>
    public async Task<string> ImportAsync(string path, CancellationToken cancellation)
    {
        string name = $"{Repository}:{Tag}";
        if (!await Docker.HasImageAsync(name, cancellation).ConfigureAwait(false))
        {
            await using FileStream tar = File.OpenRead(path);
            await Docker.ImportImageAsync(tar, Repository, Tag, cancellation).ConfigureAwait(false);
        }

        return name;
    }
}
