namespace Conformance.Suites.Harness.Targets;

/// <summary>An image that follows the contract of Complement's images, or the recipe for one.</summary>
public sealed record TargetImage
{
    /// <summary>The name of an image that the engine has already; null where it is built.</summary>
    public string? Name { get; init; }

    /// <summary>The folder with a Dockerfile, relative to the target's file; null where the image has a name.</summary>
    public string? Directory { get; init; }

    /// <summary>A script that makes the root file system the Dockerfile builds on (its argument <c>ROOT</c>), and with <c>--path</c> prints where it is;
    /// relative to the target's file.</summary>
    public string? Root { get; init; }
}
