using System.Diagnostics;
using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Images;

namespace Conformance.Suites.Harness.Targets;

/// <summary>Gets the image of a target: the one it names, or the one its recipe makes. What takes a network is never done here.</summary>
internal static class TargetImages
{
    /// <summary>Gets the image.</summary>
    /// <param name="docker">The engine.</param>
    /// <param name="definition">The target.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The image's name and tag.</returns>
    /// <exception cref="TargetUnavailableException">The image or the root file system isn't there.</exception>
    public static async Task<string> GetAsync(DockerClient docker, TargetDefinition definition, CancellationToken cancellation)
    {
        TargetImage image = definition.Image!;
        if (image.Name is { } name)
        {
            return await docker.HasImageAsync(name, cancellation).ConfigureAwait(false)
                ? name
                : throw new TargetUnavailableException($"{definition.Name}: {docker.Engine} has no image {name}; build or load it first.");
        }

        // Several test processes may want it at the same time: the first one makes it, the others find it.
        using FileStream exclusive = await LockAsync(definition, cancellation).ConfigureAwait(false);
        var recipe = new ImageFromDirectory(docker, $"conformance/{Path.GetFileName(Path.GetDirectoryName(Path.Combine(definition.Folder, image.Directory!)))}", Path.Combine(definition.Folder, image.Directory!));
        if (image.Root is { } script)
        {
            string root = await RootAsync(definition, Path.Combine(definition.Folder, script), cancellation).ConfigureAwait(false);
            string tag = Path.GetFileNameWithoutExtension(root);
            recipe = recipe.WithArgument("ROOT", await new ImageFromTar(docker, "conformance/root", tag).ImportAsync(root, cancellation).ConfigureAwait(false));
        }

        return await recipe.BuildAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<string> RootAsync(TargetDefinition definition, string script, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("bash") { ArgumentList = { script, "--path" }, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new HarnessException($"bash can't be started for {script}.");
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        string path = (await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false)).Trim();
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return process.ExitCode switch
        {
            0 => path,
            1 => throw new TargetUnavailableException(
                $"{definition.Name}: its image hasn't been made on this machine. Run {script} once (Debian packages, a few minutes; apt install mmdebstrap)."),
            _ => throw new HarnessException($"{script} --path ended with {process.ExitCode}: {await error.ConfigureAwait(false)}"),
        };
    }

    private static async Task<FileStream> LockAsync(TargetDefinition definition, CancellationToken cancellation)
    {
        string path = Path.Combine(Path.GetTempPath(), $"conformance-image-{Environment.UserName}-{definition.Image!.Directory!.Replace('/', '-')}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation).ConfigureAwait(false);
            }
        }
    }
}
