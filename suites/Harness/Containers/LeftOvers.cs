using Conformance.Suites.Harness.Docker;

namespace Conformance.Suites.Harness.Containers;

/// <summary>Removes by label: what dead runs left behind, or all of one run.</summary>
public static class LeftOvers
{
    /// <summary>Removes containers and networks of runs whose process is gone. Other runs are left alone.</summary>
    /// <param name="docker">The engine.</param>
    /// <param name="labels">This run's labels.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many were removed.</returns>
    public static Task<int> RemoveAsync(DockerClient docker, RunLabels labels, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(clock);
        return RemoveAsync(docker, RunLabels.Run, one => labels.IsLeftOver(one.Labels, one.Created, clock.GetUtcNow()), cancellation);
    }

    /// <summary>Removes all containers and networks of one run.</summary>
    /// <param name="docker">The engine.</param>
    /// <param name="run">The run's ID.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many were removed.</returns>
    public static Task<int> RemoveRunAsync(DockerClient docker, string run, CancellationToken cancellation) =>
        RemoveAsync(docker, $"{RunLabels.Run}={run}", _ => true, cancellation);

    private static async Task<int> RemoveAsync(DockerClient docker, string label, Func<LabelledResource, bool> belongs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(docker);
        int removed = 0;
        foreach (LabelledResource container in (await docker.ListContainersAsync(label, cancellation).ConfigureAwait(false)).Where(belongs))
        {
            removed += await TryAsync(docker.RemoveContainerAsync(container.Id, cancellation)).ConfigureAwait(false);
        }

        foreach (LabelledResource network in (await docker.ListNetworksAsync(label, cancellation).ConfigureAwait(false)).Where(belongs))
        {
            removed += await TryAsync(docker.RemoveNetworkAsync(network.Id, cancellation)).ConfigureAwait(false);
        }

        return removed;
    }

    /// <summary>Another run may be removing the same at the same time.</summary>
    private static async Task<int> TryAsync(Task removal)
    {
        try
        {
            await removal.ConfigureAwait(false);
            return 1;
        }
        catch (DockerException)
        {
            return 0;
        }
    }
}
