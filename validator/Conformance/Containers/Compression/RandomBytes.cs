namespace Conformance.Containers.Compression;

/// <summary>Bytes that can be read at any place.</summary>
internal abstract class RandomBytes : IDisposable
{
    public abstract long Length { get; }

    /// <summary>How many bytes were read in all, for progress.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Reads until the buffer is full or the bytes end.</summary>
    public int ReadAt(long offset, Span<byte> buffer)
    {
        int filled = 0;
        while (filled < buffer.Length && offset + filled < Length)
        {
            int count = ReadSome(offset + filled, buffer[filled..]);
            if (count == 0)
            {
                break;
            }

            filled += count;
        }

        BytesRead += filled;
        return filled;
    }

    public void StartOver() => BytesRead = 0;

    public abstract void Dispose();

    protected abstract int ReadSome(long offset, Span<byte> buffer);
}
