namespace Conformance.Containers.Tar;

/// <summary>The data of one tar entry: reads go straight from the archive into the caller's buffer.</summary>
internal sealed class TarContent(TarContainer container) : EntryStream
{
    public override int Read(Span<byte> buffer) => container.ReadContent(this, buffer);
}
