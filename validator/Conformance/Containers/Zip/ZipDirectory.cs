using System.Buffers.Binary;
using Conformance.Containers.Compression;

namespace Conformance.Containers.Zip;

/// <summary>Reads the records of a central directory one after the other (APPNOTE.TXT 4.3.12).</summary>
internal sealed class ZipDirectory(RandomBytes bytes, ZipEnd end)
{
    private const int HeaderBytes = 46;

    /// <summary>Larger than any record: header, name, extra field and comment.</summary>
    private readonly byte[] _buffer = new byte[1 << 18];

    private long _next = end.DirectoryOffset;
    private int _start;
    private int _filled;

    /// <summary>Records read so far.</summary>
    public ulong Count { get; private set; }

    /// <summary>Whether the directory broke off at something that is no record.</summary>
    public bool Damaged { get; private set; }

    /// <summary>Offset of what comes next, in bytes.</summary>
    public long Offset => _next - (_filled - _start);

    private long DirectoryEnd => end.DirectoryOffset + end.DirectoryBytes;

    /// <summary>Reads the next record.</summary>
    /// <returns>Null at the end, and where there is no record.</returns>
    public ZipRecord? Next()
    {
        if (Damaged || Offset >= DirectoryEnd)
        {
            return null;
        }

        if (!Ensure(HeaderBytes) || !_buffer.AsSpan(_start).StartsWith("PK\x01\x02"u8))
        {
            // A signature of the whole directory may stand at its end.
            Damaged = !(_filled - _start >= 4 && _buffer.AsSpan(_start).StartsWith("PK\x05\x05"u8));
            _next = Damaged ? _next : DirectoryEnd;
            _start = Damaged ? _start : _filled;
            return null;
        }

        ReadOnlySpan<byte> header = _buffer.AsSpan(_start, HeaderBytes);
        int name = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        int extra = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        int comment = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        int length = HeaderBytes + name + extra + comment;
        if (!Ensure(length))
        {
            Damaged = true;
            return null;
        }

        long offset = Offset;
        ReadOnlySpan<byte> record = _buffer.AsSpan(_start, length);
        _start += length;
        Count++;
        return Read(record, offset, name, extra);
    }

    private ZipRecord Read(ReadOnlySpan<byte> record, long offset, int nameBytes, int extraBytes)
    {
        ReadOnlySpan<byte> name = record.Slice(HeaderBytes, nameBytes);
        ReadOnlySpan<byte> extra = record.Slice(HeaderBytes + nameBytes, extraBytes);
        ReadOnlySpan<byte> zip64 = ZipExtra.Find(extra, ZipExtra.Zip64);
        bool whole = ZipExtra.TryWiden(ref zip64, BinaryPrimitives.ReadUInt32LittleEndian(record[24..]), out ulong size)
            & ZipExtra.TryWiden(ref zip64, BinaryPrimitives.ReadUInt32LittleEndian(record[20..]), out ulong compressed)
            & ZipExtra.TryWiden(ref zip64, BinaryPrimitives.ReadUInt32LittleEndian(record[42..]), out ulong local);
        return new ZipRecord
        {
            Offset = offset,
            MadeBySystem = record[5],
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            CompressedSize = Clamp(compressed),
            Size = Clamp(size),
            LocalOffset = Clamp(local) + end.Shift,
            ExternalAttributes = BinaryPrimitives.ReadUInt32LittleEndian(record[38..]),
            Name = name.ToArray(),
            UnicodeName = ZipExtra.UnicodeName(extra, name),
            Zip64Missing = !whole,
        };
    }

    /// <summary>Keeps sums of a few such numbers within 64 bits.</summary>
    private static long Clamp(ulong value) => (long)Math.Min(value, long.MaxValue / 4);

    private bool Ensure(int count)
    {
        if (_filled - _start >= count)
        {
            return true;
        }

        _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
        _filled -= _start;
        _start = 0;
        int wanted = (int)Math.Min(_buffer.Length - _filled, DirectoryEnd - _next);
        int read = bytes.ReadAt(_next, _buffer.AsSpan(_filled, wanted));
        _filled += read;
        _next += read;
        return _filled >= count;
    }
}
