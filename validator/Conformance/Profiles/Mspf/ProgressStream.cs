using Conformance.Containers;

namespace Conformance.Profiles.Mspf;

/// <summary>Passes a member's bytes on, counts them, and tells how far the container is read.</summary>
internal sealed class ProgressStream(Stream inner, Container container, MspfOptions options) : Stream
{
    /// <summary>Bytes passed on.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Whether damage or a limit ended the content before its data did. What was held in memory is whole.</summary>
    public bool EndedEarly => inner is not MemoryStream && container.ContentEndedEarly;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read)
    {
        BytesRead += read;
        if (options.Progress is { } progress)
        {
            progress.Position = container.Position;
        }

        return read;
    }
}
