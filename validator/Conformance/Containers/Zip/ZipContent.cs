using Conformance.Containers.Compression;

namespace Conformance.Containers.Zip;

/// <summary>The data of one ZIP entry. Knows at its end whether length and checksum are what the directory says.</summary>
internal sealed class ZipContent(ZipContainer container, RandomBytes bytes, ZipRecord record, long dataOffset, string path) : EntryStream
{
    private readonly ZipInput? _input = record.Method == ZipMethods.Deflate ? container.BeginInput() : null;
    private int _start;
    private int _end;
    private uint _crc;
    private bool _inflated;
    private bool _ended;
    private long _counted;

    public string Path { get; } = path;

    public ZipRecord Record { get; } = record;

    /// <summary>Compressed bytes taken from the archive.</summary>
    public long Taken { get; private set; }

    /// <summary>Bytes given out.</summary>
    public long Produced { get; private set; }

    public uint Crc => _crc;

    /// <summary>Compressed bytes that were not needed.</summary>
    public long Unused => Record.CompressedSize - Taken + (_end - _start);

    public long DataOffset { get; } = dataOffset;

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty || !container.IsCurrent(this))
        {
            return 0;
        }

        bool damaged = false;
        int count = _input is null ? Copy(buffer) : Inflate(_input, buffer, out damaged);
        _crc = Crc32.Append(_crc, buffer[..count]);
        Produced += count;
        long used = Taken - (_end - _start);
        bool goesOn = container.Count(count, used - _counted);
        _counted = used;
        if (!goesOn)
        {
            _ended = true;
            return 0;
        }

        if (count == 0)
        {
            _ended = true;
            container.CheckEnd(this, damaged);
        }

        return count;
    }

    private int Copy(Span<byte> buffer)
    {
        int count = bytes.ReadAt(DataOffset + Taken, buffer[..(int)Math.Min(buffer.Length, Record.CompressedSize - Taken)]);
        Taken += count;
        return count;
    }

    private int Inflate(ZipInput input, Span<byte> buffer, out bool damaged)
    {
        damaged = false;
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = bytes.ReadAt(DataOffset + Taken, input.Buffer.AsSpan(0, (int)Math.Min(input.Buffer.Length, Record.CompressedSize - Taken)));
                Taken += _end;
                if (_end == 0)
                {
                    damaged = !_inflated;
                    return 0;
                }
            }

            if (_inflated)
            {
                return 0;
            }

            InflateStatus status = input.Inflater.Step(input.Buffer.AsSpan(_start, _end - _start), buffer, out int consumed, out int produced);
            _start += consumed;
            _inflated = status == InflateStatus.Ended;
            if (produced > 0)
            {
                return produced;
            }

            if (status == InflateStatus.Damaged || (status == InflateStatus.Going && consumed == 0))
            {
                damaged = true;
                return 0;
            }
        }
    }
}
