using System.Buffers.Binary;
using Conformance.Containers.Tar;

namespace Conformance.Containers;

/// <summary>Tells containers by their first bytes; a name only helps where the bytes say nothing.</summary>
internal static class ContainerDetection
{
    /// <summary>How many bytes decide.</summary>
    public const int PeekBytes = TarHeader.BlockBytes;

    public static ContainerSignature Detect(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 2 && start[0] == 0x1f && start[1] == 0x8b)
        {
            return ContainerSignature.Gzip;
        }

        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8) || start.StartsWith("PK\x07\x08"u8))
        {
            return ContainerSignature.Zip;
        }

        if (start.StartsWith("Rar!\x1a\x07"u8))
        {
            return ContainerSignature.Rar;
        }

        if (start.Length >= 6 && BinaryPrimitives.ReadUInt32BigEndian(start) == 0x377abcaf && start[4] == 0x27 && start[5] == 0x1c)
        {
            return ContainerSignature.SevenZip;
        }

        if (start.Length >= 6 && start[0] == 0xfd && start[1..].StartsWith("7zXZ\0"u8))
        {
            return ContainerSignature.Xz;
        }

        if (start.Length >= 4 && (BinaryPrimitives.ReadUInt32LittleEndian(start) == 0xfd2fb528
            || (BinaryPrimitives.ReadUInt32LittleEndian(start) & 0xfffffff0) == 0x184d2a50))
        {
            return ContainerSignature.Zstandard;
        }

        if (start.Length >= 10 && start.StartsWith("BZh"u8) && start[4..].StartsWith("1AY&SY"u8))
        {
            return ContainerSignature.Bzip2;
        }

        return TarContainer.LooksLikeHeader(start) ? ContainerSignature.Tar : ContainerSignature.None;
    }

    /// <summary>What a file's name promises.</summary>
    public static ContainerSignature ByName(string path)
    {
        string name = Path.GetFileName(path);
        (string Extension, ContainerSignature Signature)[] known =
        [
            (".tar.gz", ContainerSignature.Gzip), (".tgz", ContainerSignature.Gzip), (".tar.xz", ContainerSignature.Xz),
            (".txz", ContainerSignature.Xz), (".tar.zst", ContainerSignature.Zstandard), (".tzst", ContainerSignature.Zstandard),
            (".tar.bz2", ContainerSignature.Bzip2), (".tbz2", ContainerSignature.Bzip2), (".tar", ContainerSignature.Tar),
            (".zip", ContainerSignature.Zip), (".rar", ContainerSignature.Rar), (".7z", ContainerSignature.SevenZip),
        ];
        return known.FirstOrDefault(item => name.EndsWith(item.Extension, StringComparison.OrdinalIgnoreCase)).Signature;
    }

    /// <summary>The word a user knows.</summary>
    public static string Format(ContainerSignature signature) => signature switch
    {
        ContainerSignature.Gzip => "tar.gz",
        ContainerSignature.Zip => "zip",
        ContainerSignature.Tar => "tar",
        ContainerSignature.Rar => "rar",
        ContainerSignature.SevenZip => "7z",
        ContainerSignature.Xz => "tar.xz",
        ContainerSignature.Zstandard => "tar.zst",
        ContainerSignature.Bzip2 => "tar.bz2",
        _ => "unknown",
    };
}
