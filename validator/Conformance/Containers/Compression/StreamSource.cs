namespace Conformance.Containers.Compression;

/// <summary>Bytes as they lie in a file or come from a pipe, some of which may have been looked at already.</summary>
internal sealed class StreamSource : ByteSource
{
    private readonly Stream _stream;
    private readonly byte[] _peeked;
    private int _fromPeeked;
    private long _position;

    /// <param name="stream">Where the bytes come from; seekable ones are read from their start.</param>
    /// <param name="peeked">Bytes that were already taken from a stream that can't go back.</param>
    public StreamSource(Stream stream, byte[] peeked)
    {
        _stream = stream;
        _peeked = peeked;
    }

    public override bool Damaged => false;

    public override long Position => _position;

    public override long? Length => _stream.CanSeek ? _stream.Length : null;

    public override bool CanRewind => _stream.CanSeek;

    public override int Read(Span<byte> buffer)
    {
        int count = _peeked.Length - _fromPeeked;
        if (count > 0)
        {
            count = Math.Min(count, buffer.Length);
            _peeked.AsSpan(_fromPeeked, count).CopyTo(buffer);
            _fromPeeked += count;
        }
        else
        {
            count = _stream.Read(buffer);
        }

        _position += count;
        return count;
    }

    public override long Skip(long count)
    {
        if (!_stream.CanSeek)
        {
            return 0;
        }

        long skipped = Math.Clamp(_stream.Length - _stream.Position, 0, count);
        _stream.Seek(skipped, SeekOrigin.Current);
        _position += skipped;
        return skipped;
    }

    public override bool SeekTo(long position)
    {
        if (!_stream.CanSeek || position < 0 || position > _stream.Length)
        {
            return false;
        }

        _position = _stream.Seek(position, SeekOrigin.Begin);
        return true;
    }

    public override void Rewind() => SeekTo(0);

    public override void Dispose() => _stream.Dispose();
}
