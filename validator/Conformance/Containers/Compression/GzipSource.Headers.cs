using System.Buffers.Binary;
using Conformance.Findings;

namespace Conformance.Containers.Compression;

/// <content>Member headers, and what comes after the last member.</content>
internal sealed partial class GzipSource
{
    private const int HeaderBytes = 10;
    private const int LongestText = 1 << 16;
    private const byte Deflate = 8;
    private const byte HeaderChecksumFlag = 0x02;
    private const byte ExtraFlag = 0x04;
    private const byte NameFlag = 0x08;
    private const byte CommentFlag = 0x10;
    private const byte ReservedFlags = 0xe0;

    /// <summary>Reads the header of the next member.</summary>
    /// <returns>False when there is none.</returns>
    private bool BeginMember()
    {
        _memberOffset = Position;
        Span<byte> header = stackalloc byte[HeaderBytes];
        Span<byte> magic = header[..2];
        if (_members > 0 && !AnotherFollows())
        {
            _ended = true;
            return false;
        }

        if (!Take(magic) || !Take(header[2..]))
        {
            Fail(ContainerRules.GzipTruncated, ("offset", compressed.Position));
            return false;
        }

        if (header[2] != Deflate || (header[3] & ReservedFlags) != 0)
        {
            Fail(ContainerRules.GzipHeader, ("offset", _memberOffset), ("cause", header[2] != Deflate ? "an unknown method" : "a reserved flag"));
            return false;
        }

        if (!TakeOptionalFields(header))
        {
            return false;
        }

        _members++;
        if (_members == 2)
        {
            reporter.Report(ContainerRules.GzipMembers, new Location(Offset: _memberOffset), ("offset", _memberOffset));
        }

        _crc = 0;
        _memberBytes = 0;
        _inMember = true;
        _inflater.StartOver();
        return true;
    }

    /// <summary>Whether what comes after a member begins like another; if not, reports it unless it is padding with zeros.</summary>
    private bool AnotherFollows()
    {
        if (_end - _start < 2)
        {
            // Two bytes decide, and a read may have ended between them.
            _input.AsSpan(_start, _end - _start).CopyTo(_input);
            _end -= _start;
            _start = 0;
            for (int count = 1; _end < 2 && count > 0; _end += count)
            {
                count = compressed.Read(_input.AsSpan(_end));
            }
        }

        if (_end - _start >= 2 && _input[_start] == 0x1f && _input[_start + 1] == 0x8b)
        {
            return true;
        }

        bool zeros = true;
        long after = 0;
        do
        {
            zeros &= !_input.AsSpan(_start, _end - _start).ContainsAnyExcept((byte)0);
            after += _end - _start;
            _start = _end;
        }
        while (Fill());

        if (!zeros)
        {
            reporter.Report(
                ContainerRules.GzipTrailingBytes, new Location(Offset: _memberOffset), ("bytes", after), ("offset", _memberOffset));
        }

        return false;
    }

    private bool TakeOptionalFields(ReadOnlySpan<byte> header)
    {
        byte flags = header[3];
        uint crc = Crc32.Append(0, header);
        Span<byte> two = stackalloc byte[2];
        bool whole = true;
        if ((flags & ExtraFlag) != 0 && (whole = TakeCounted(two, ref crc)))
        {
            Span<byte> value = stackalloc byte[1];
            for (int left = BinaryPrimitives.ReadUInt16LittleEndian(two); whole && left > 0; left--)
            {
                whole = TakeCounted(value, ref crc);
            }
        }

        whole = whole && ((flags & NameFlag) == 0 || TakeText(ref crc));
        whole = whole && ((flags & CommentFlag) == 0 || TakeText(ref crc));
        ushort expected = (ushort)crc;
        if (whole && (flags & HeaderChecksumFlag) != 0 && (whole = Take(two)) && BinaryPrimitives.ReadUInt16LittleEndian(two) != expected)
        {
            reporter.Report(
                ContainerRules.GzipHeader,
                new Location(Offset: _memberOffset),
                ("offset", _memberOffset),
                ("cause", "a checksum of the header that is wrong"));
        }

        if (!whole && !_ended)
        {
            Fail(ContainerRules.GzipTruncated, ("offset", compressed.Position));
        }

        return whole;
    }

    private bool TakeText(ref uint crc)
    {
        Span<byte> value = stackalloc byte[1];
        for (int length = 0; TakeCounted(value, ref crc); length++)
        {
            if (value[0] == 0)
            {
                return true;
            }

            if (length == LongestText)
            {
                Fail(ContainerRules.GzipHeader, ("offset", _memberOffset), ("cause", "a name or a comment without an end"));
                return false;
            }
        }

        return false;
    }

    private bool TakeCounted(Span<byte> bytes, ref uint crc)
    {
        bool whole = Take(bytes);
        crc = Crc32.Append(crc, bytes);
        return whole;
    }
}
