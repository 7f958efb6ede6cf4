using Conformance.Containers.Compression;

namespace Conformance.Containers.LibArchive;

/// <summary>
/// Looks for the end mark of a RAR 5 archive. libarchive takes the end of the file for the end of the archive, and so a cut
/// archive for a whole one. Blocks are as in the RAR 5.0 technical note: checksum, header size, type, flags, sizes, header, data.
/// </summary>
internal static class Rar5End
{
    private const int SignatureBytes = 8;
    private const int LongestStart = 4 + (5 * 10);
    private const long EncryptedHeaders = 4;
    private const long EndOfArchive = 5;
    private const long HasExtra = 1;
    private const long HasData = 2;

    /// <summary>Walks over the blocks.</summary>
    /// <param name="source">The archive; its position is lost.</param>
    /// <param name="mostBlocks">How many blocks to look at.</param>
    /// <returns>False when the end mark is missing; true when it is there, or can't be looked for.</returns>
    public static bool IsThere(ByteSource source, long mostBlocks)
    {
        Span<byte> start = stackalloc byte[LongestStart];
        if (!source.SeekTo(0) || source.ReadFully(start[..SignatureBytes]) < SignatureBytes || !start.StartsWith("Rar!\x1a\x07\x01\0"u8))
        {
            return true;
        }

        long next = SignatureBytes;
        for (long block = 0; block < mostBlocks; block++)
        {
            if (!source.SeekTo(next))
            {
                return false;
            }

            ReadOnlySpan<byte> rest = start[..source.ReadFully(start)];
            int length = rest.Length;
            if (length < 4)
            {
                return false;
            }

            rest = rest[4..];
            if (!TryNumber(ref rest, out long size))
            {
                return false;
            }

            long header = next + length - rest.Length;
            if (!TryNumber(ref rest, out long type) || !TryNumber(ref rest, out long flags))
            {
                return false;
            }

            if (type is EndOfArchive or EncryptedHeaders)
            {
                return source.Length is not { } whole || header + size <= whole;
            }

            long data = 0;
            if (((flags & HasExtra) != 0 && !TryNumber(ref rest, out _)) || ((flags & HasData) != 0 && !TryNumber(ref rest, out data)))
            {
                return false;
            }

            next = header + size + data;
        }

        return true;
    }

    /// <summary>Reads seven bits a byte, the lowest first. Numbers stay small enough to be added.</summary>
    private static bool TryNumber(ref ReadOnlySpan<byte> bytes, out long number)
    {
        number = 0;
        for (int i = 0; i < bytes.Length && i < 8; i++)
        {
            number |= (long)(bytes[i] & 0x7f) << (7 * i);
            if ((bytes[i] & 0x80) == 0)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
