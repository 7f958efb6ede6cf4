using System.Buffers.Binary;
using Conformance.Containers.Compression;

namespace Conformance.Containers.Zip;

/// <summary>The header that stands before an entry's data (APPNOTE.TXT 4.3.7).</summary>
internal sealed class ZipLocalHeader
{
    private const int HeaderBytes = 30;

    public required int Flags { get; init; }

    public required int Method { get; init; }

    public required uint Crc { get; init; }

    public required long CompressedSize { get; init; }

    public required long Size { get; init; }

    public required byte[] Name { get; init; }

    /// <summary>Where the data begins, in bytes from the start of the file.</summary>
    public required long DataOffset { get; init; }

    /// <summary>Reads the header at an offset.</summary>
    /// <returns>Null when there is none.</returns>
    public static ZipLocalHeader? Read(RandomBytes bytes, long offset)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (offset < 0 || bytes.ReadAt(offset, header) < HeaderBytes || !header.StartsWith("PK\x03\x04"u8))
        {
            return null;
        }

        int nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        int extraBytes = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        byte[] rest = new byte[nameBytes + extraBytes];
        if (bytes.ReadAt(offset + HeaderBytes, rest) < rest.Length)
        {
            return null;
        }

        ReadOnlySpan<byte> zip64 = ZipExtra.Find(rest.AsSpan(nameBytes), ZipExtra.Zip64);
        ZipExtra.TryWiden(ref zip64, BinaryPrimitives.ReadUInt32LittleEndian(header[22..]), out ulong size);
        ZipExtra.TryWiden(ref zip64, BinaryPrimitives.ReadUInt32LittleEndian(header[18..]), out ulong compressed);
        return new ZipLocalHeader
        {
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]),
            CompressedSize = (long)Math.Min(compressed, long.MaxValue),
            Size = (long)Math.Min(size, long.MaxValue),
            Name = rest[..nameBytes],
            DataOffset = offset + HeaderBytes + rest.Length,
        };
    }

    /// <summary>The first field in which the two headers of an entry differ, with both values; null when they agree.</summary>
    public (string Field, string Local, string Central)? Difference(ZipRecord central)
    {
        if (!Name.AsSpan().SequenceEqual(central.Name))
        {
            return ("name", Findings.Quoting.Safe(Name), Findings.Quoting.Safe(central.Name));
        }

        // With a descriptor the local numbers may be left 0, to be given after the data.
        bool mayBeZero = central.HasDescriptor && (Flags & ZipFlags.Descriptor) != 0;
        return Difference("method", Method, central.Method, false)
            ?? Difference("encryption bit", Flags & ZipFlags.Encrypted, central.Flags & ZipFlags.Encrypted, false)
            ?? Difference("checksum", Crc, central.Crc, mayBeZero)
            ?? Difference("compressed size", CompressedSize, central.CompressedSize, mayBeZero)
            ?? Difference("size", Size, central.Size, mayBeZero);
    }

    private static (string Field, string Local, string Central)? Difference(string field, long local, long central, bool mayBeZero) =>
        local == central || (mayBeZero && local is 0 or uint.MaxValue)
            ? null
            : (field, local.ToString(System.Globalization.CultureInfo.InvariantCulture), central.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
