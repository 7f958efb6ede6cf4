namespace Conformance.Suites.Harness.Docker;

/// <summary>A file that is put into a container.</summary>
/// <param name="Path">Its absolute path there.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mode">Who may read and run it; owned by root.</param>
public sealed record ContainerFile(string Path, ReadOnlyMemory<byte> Content, UnixFileMode Mode)
{
    /// <summary>What everybody may read.</summary>
    public const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
}
