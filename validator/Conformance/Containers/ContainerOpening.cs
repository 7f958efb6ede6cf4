using System.Diagnostics.CodeAnalysis;

namespace Conformance.Containers;

/// <summary>A container, or the reason why an input is none.</summary>
public sealed record ContainerOpening
{
    private ContainerOpening()
    {
    }

    /// <summary>The container; null when there is none.</summary>
    public Container? Container { get; private init; }

    /// <summary>Why there is none, and what to do: one line. Null when there is a container.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether there is a container.</summary>
    [MemberNotNullWhen(true, nameof(Container))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Container is not null;

    /// <summary>An opening that worked.</summary>
    /// <param name="container">The container.</param>
    /// <returns>The opening.</returns>
    public static ContainerOpening Of(Container container) => new() { Container = container };

    /// <summary>An opening that failed.</summary>
    /// <param name="problem">Why, and what to do.</param>
    /// <returns>The opening.</returns>
    public static ContainerOpening Failed(string problem) => new() { Problem = problem };
}
