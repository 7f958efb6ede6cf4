namespace Conformance.Containers.Directories;

/// <summary>The data of one file of a directory.</summary>
internal sealed class FileContent(DirectoryContainer container) : EntryStream
{
    public override int Read(Span<byte> buffer) => container.ReadContent(this, buffer);
}
