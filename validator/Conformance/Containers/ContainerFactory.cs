using Conformance.Findings;

namespace Conformance.Containers;

/// <summary>Opens containers of every kind there is.</summary>
public static class ContainerFactory
{
    /// <summary>Opens a path, or standard input.</summary>
    /// <param name="path">A directory or a file.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="sink">Takes findings about the container. Called on the thread that reads.</param>
    /// <returns>The container, or why there is none.</returns>
    public static ContainerOpening Open(string path, ContainerLimits limits, IFindingSink sink) => throw new NotSupportedException();

    /// <summary>Reads a container from a stream that can't go back.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="sink">Takes findings about the container.</param>
    /// <returns>The container, or why there is none.</returns>
    public static ContainerOpening Open(Stream stream, ContainerLimits limits, IFindingSink sink) => throw new NotSupportedException();
}
