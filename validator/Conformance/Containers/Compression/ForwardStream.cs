namespace Conformance.Containers.Compression;

/// <summary>Makes a stream that may be seekable one that only reads forward, from where it stands.</summary>
internal sealed class ForwardStream(Stream stream) : EntryStream
{
    public override int Read(Span<byte> buffer) => stream.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        stream.Dispose();
        base.Dispose(disposing);
    }
}
