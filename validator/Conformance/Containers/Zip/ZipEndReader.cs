using System.Buffers.Binary;
using Conformance.Containers.Compression;

namespace Conformance.Containers.Zip;

/// <summary>Finds and reads the end of a ZIP archive.</summary>
internal static class ZipEndReader
{
    public const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorBytes = 20;
    private const int End64Bytes = 56;

    /// <summary>Reads the end.</summary>
    /// <returns>Null when there is none, or it points to no directory.</returns>
    public static ZipEnd? Read(RandomBytes bytes)
    {
        long tailOffset = Math.Max(0, bytes.Length - EndBytes - LongestComment);
        byte[] tail = new byte[(int)(bytes.Length - tailOffset)];
        int length = bytes.ReadAt(tailOffset, tail);
        int at = Find(tail.AsSpan(0, length), out bool twoEnds);
        return at < 0 ? null : Read(bytes, tail.AsSpan(at, length - at), tailOffset + at, twoEnds);
    }

    /// <summary>Finds the last end record whose comment reaches exactly to the end; failing that, the last one there is room for.</summary>
    private static int Find(ReadOnlySpan<byte> tail, out bool twoEnds)
    {
        int exact = -1;
        int loose = -1;
        int exactCount = 0;
        int last = -1;
        ReadOnlySpan<byte> rest = tail;
        for (int at = rest.LastIndexOf("PK\x05\x06"u8); at >= 0; at = rest.LastIndexOf("PK\x05\x06"u8))
        {
            rest = tail[..at];
            if (tail.Length - at < EndBytes)
            {
                continue;
            }

            last = Math.Max(last, at);
            int end = at + EndBytes + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]);
            if (end == tail.Length)
            {
                exactCount++;
                exact = Math.Max(exact, at);
            }
            else if (end < tail.Length)
            {
                loose = Math.Max(loose, at);
            }
        }

        int found = exact >= 0 ? exact : loose;
        twoEnds = exactCount > 1 || (found >= 0 && last > found);
        return found;
    }

    private static ZipEnd? Read(RandomBytes bytes, ReadOnlySpan<byte> end, long endOffset, bool twoEnds)
    {
        int disk = BinaryPrimitives.ReadUInt16LittleEndian(end[4..]);
        int directoryDisk = BinaryPrimitives.ReadUInt16LittleEndian(end[6..]);
        ulong entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        ulong size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        ulong offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        int comment = BinaryPrimitives.ReadUInt16LittleEndian(end[20..]);
        bool severalDisks = (disk != 0 && disk != ushort.MaxValue) || (directoryDisk != 0 && directoryDisk != ushort.MaxValue);
        int countBits = 16;
        long directoryEnd = endOffset;
        Span<byte> end64 = stackalloc byte[End64Bytes];
        if (TryReadEnd64(bytes, endOffset, end64, out long end64Offset))
        {
            severalDisks |= BinaryPrimitives.ReadUInt32LittleEndian(end64[16..]) != 0 || BinaryPrimitives.ReadUInt32LittleEndian(end64[20..]) != 0;
            entries = BinaryPrimitives.ReadUInt64LittleEndian(end64[32..]);
            size = BinaryPrimitives.ReadUInt64LittleEndian(end64[40..]);
            offset = BinaryPrimitives.ReadUInt64LittleEndian(end64[48..]);
            countBits = 64;
            directoryEnd = end64Offset;
        }

        if (size > (ulong)directoryEnd || offset > (ulong)directoryEnd)
        {
            return null;
        }

        long start = Locate(bytes, directoryEnd - (long)size, (long)offset, size > 0);
        long shift = start - (long)offset;
        long after = bytes.Length - endOffset - EndBytes - comment;
        return new ZipEnd(start, (long)size, shift, entries, countBits, severalDisks, comment, after, twoEnds);
    }

    /// <summary>Chooses between where the directory should be by its offset and where by its size.</summary>
    private static long Locate(RandomBytes bytes, long bySize, long byOffset, bool any)
    {
        Span<byte> signature = stackalloc byte[4];
        bool stored = any && bytes.ReadAt(byOffset, signature) == 4 && signature.SequenceEqual("PK\x01\x02"u8);
        return stored ? byOffset : bySize;
    }

    private static bool TryReadEnd64(RandomBytes bytes, long endOffset, Span<byte> end64, out long offset)
    {
        offset = 0;
        Span<byte> locator = stackalloc byte[LocatorBytes];
        if (endOffset < LocatorBytes || bytes.ReadAt(endOffset - LocatorBytes, locator) < LocatorBytes || !locator.StartsWith("PK\x06\x07"u8))
        {
            return false;
        }

        ulong stored = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        foreach (long place in (ReadOnlySpan<long>)[stored > long.MaxValue ? -1 : (long)stored, endOffset - LocatorBytes - End64Bytes])
        {
            if (place >= 0 && bytes.ReadAt(place, end64) == End64Bytes && end64.StartsWith("PK\x06\x06"u8))
            {
                offset = place;
                return true;
            }
        }

        return false;
    }
}
