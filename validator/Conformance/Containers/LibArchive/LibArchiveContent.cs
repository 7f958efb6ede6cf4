namespace Conformance.Containers.LibArchive;

/// <summary>The data of one entry that libarchive reads.</summary>
internal sealed class LibArchiveContent(LibArchiveContainer container, string path) : EntryStream
{
    public string Path { get; } = path;

    public override int Read(Span<byte> buffer) => container.ReadContent(this, buffer);
}
