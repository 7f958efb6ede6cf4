namespace Conformance.Containers.Compression;

/// <summary>The bytes of a tar archive, from whatever wraps them.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>Whether a fault that was reported ended the bytes early.</summary>
    public abstract bool Damaged { get; }

    /// <summary>Bytes of the container read so far: compressed ones where there is compression.</summary>
    public abstract long Position { get; }

    /// <summary>Size of the container in bytes, where known.</summary>
    public abstract long? Length { get; }

    public abstract bool CanRewind { get; }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    public abstract int Read(Span<byte> buffer);

    /// <summary>Passes over bytes without looking at them, where that is cheaper than reading.</summary>
    /// <returns>How many bytes were passed over; may be fewer than asked for, and 0.</returns>
    public virtual long Skip(long count) => 0;

    /// <summary>Goes to a place in the container.</summary>
    /// <returns>False where that can't be done.</returns>
    public virtual bool SeekTo(long position) => false;

    public abstract void Rewind();

    public abstract void Dispose();

    /// <summary>Reads until the buffer is full or the bytes end.</summary>
    public int ReadFully(Span<byte> buffer)
    {
        int filled = 0;
        while (filled < buffer.Length)
        {
            int count = Read(buffer[filled..]);
            if (count == 0)
            {
                break;
            }

            filled += count;
        }

        return filled;
    }
}
