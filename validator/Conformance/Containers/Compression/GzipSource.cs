using System.Buffers.Binary;
using Conformance.Findings;

namespace Conformance.Containers.Compression;

/// <summary>The bytes inside gzip (RFC 1952), with everything around them checked: headers, checksums, lengths, what comes after.</summary>
internal sealed partial class GzipSource(ByteSource compressed, ContainerReporter reporter) : ByteSource
{
    private const int InputBytes = 1 << 17;
    private const int TrailerBytes = 8;

    private readonly byte[] _input = new byte[InputBytes];
    private readonly Inflater _inflater = new();
    private bool _inMember;
    private int _start;
    private int _end;
    private int _members;
    private uint _crc;
    private ulong _memberBytes;
    private long _memberOffset;
    private bool _ended;
    private bool _damaged;

    public override bool Damaged => _damaged;

    public override long Position => compressed.Position - (_end - _start);

    public override long? Length => compressed.Length;

    public override bool CanRewind => compressed.CanRewind;

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && !buffer.IsEmpty)
        {
            if (!_inMember && !BeginMember())
            {
                break;
            }

            if (_start == _end && !Fill())
            {
                Fail(ContainerRules.GzipTruncated, ("offset", compressed.Position));
                break;
            }

            InflateStatus status = _inflater.Step(_input.AsSpan(_start, _end - _start), buffer, out int consumed, out int produced);
            _start += consumed;
            _crc = Crc32.Append(_crc, buffer[..produced]);
            _memberBytes += (ulong)produced;
            if (status == InflateStatus.Damaged || (status == InflateStatus.Going && consumed == 0 && produced == 0))
            {
                Fail(ContainerRules.GzipDamaged, ("offset", Position));
            }
            else if (status == InflateStatus.Ended)
            {
                EndMember();
            }

            if (produced > 0)
            {
                return produced;
            }
        }

        return 0;
    }

    public override void Rewind()
    {
        compressed.Rewind();
        _start = _end = _members = 0;
        _ended = _damaged = _inMember = false;
    }

    public override void Dispose()
    {
        _inflater.Dispose();
        compressed.Dispose();
    }

    private void EndMember()
    {
        _inMember = false;
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        if (!Take(trailer))
        {
            Fail(ContainerRules.GzipTruncated, ("offset", compressed.Position));
            return;
        }

        uint crc = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        var location = new Location(Offset: Position - TrailerBytes);
        if (crc != _crc)
        {
            reporter.Report(ContainerRules.GzipChecksum, location, ("stored", $"{crc:x8}"), ("computed", $"{_crc:x8}"));
        }
        else if (length != (uint)_memberBytes)
        {
            reporter.Report(ContainerRules.GzipLength, location, ("stored", length), ("actual", (long)_memberBytes));
        }
    }

    private void Fail(string rule, params ReadOnlySpan<Argument> arguments)
    {
        _ended = true;
        _damaged = true;
        reporter.Report(rule, new Location(Offset: Position), arguments);
        reporter.NotChecked("what follows the damaged part of the archive", "the gzip data can't be read further", new Location(Offset: Position));
    }

    private bool Fill()
    {
        _start = 0;
        _end = compressed.Read(_input);
        return _end > 0;
    }

    private bool Take(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_start == _end && !Fill())
            {
                return false;
            }

            int count = Math.Min(bytes.Length, _end - _start);
            _input.AsSpan(_start, count).CopyTo(bytes);
            _start += count;
            bytes = bytes[count..];
        }

        return true;
    }
}
