namespace Conformance.Containers.LibArchive;

/// <summary>The data of one entry that libarchive reads.</summary>
internal sealed class LibArchiveContent(LibArchiveContainer container, string path, long? declared) : EntryStream
{
    public string Path { get; } = path;

    public long? Declared { get; } = declared;

    public long Produced { get; set; }

    public override int Read(Span<byte> buffer) => container.ReadContent(this, buffer);
}
