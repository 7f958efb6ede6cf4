using System.Buffers.Binary;
using Conformance.Containers.Compression;

namespace Conformance.Containers.Zip;

/// <summary>The extra field of a header: a list of blocks, each with an id and a length (APPNOTE.TXT 4.5).</summary>
internal static class ZipExtra
{
    public const ushort Zip64 = 0x0001;
    private const ushort UnicodePath = 0x7075;

    /// <summary>Finds a block.</summary>
    /// <returns>Its data; empty when it isn't there.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> extra, ushort id)
    {
        while (extra.Length >= 4)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == id)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }

    /// <summary>Takes a number that is too large for its own field from a ZIP64 block, where the numbers stand in the order of the fields.</summary>
    public static bool TryWiden(ref ReadOnlySpan<byte> block, uint field, out ulong value)
    {
        value = field;
        if (field != uint.MaxValue)
        {
            return true;
        }

        if (block.Length < 8)
        {
            return false;
        }

        value = BinaryPrimitives.ReadUInt64LittleEndian(block);
        block = block[8..];
        return true;
    }

    /// <summary>The UTF-8 name that stands beside one in another character set, if it was made for this very name (APPNOTE.TXT 4.6.9).</summary>
    public static byte[]? UnicodeName(ReadOnlySpan<byte> extra, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> block = Find(extra, UnicodePath);
        return block.Length > 5 && block[0] == 1 && BinaryPrimitives.ReadUInt32LittleEndian(block[1..]) == Crc32.Append(0, name)
            ? block[5..].ToArray()
            : null;
    }
}
