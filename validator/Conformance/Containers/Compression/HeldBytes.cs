namespace Conformance.Containers.Compression;

/// <summary>Bytes held in memory.</summary>
internal sealed class HeldBytes(ReadOnlyMemory<byte> bytes) : RandomBytes
{
    public override long Length => bytes.Length;

    public override void Dispose()
    {
    }

    protected override int ReadSome(long offset, Span<byte> buffer)
    {
        ReadOnlySpan<byte> rest = bytes.Span[(int)offset..];
        int count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        return count;
    }
}
