namespace Conformance.Containers.Zip;

/// <summary>What a header of the central directory says about an entry.</summary>
internal sealed class ZipRecord
{
    /// <summary>Offset of the record itself, in bytes.</summary>
    public required long Offset { get; init; }

    public required int MadeBySystem { get; init; }

    public required int Flags { get; init; }

    public required int Method { get; init; }

    public required uint Crc { get; init; }

    public required long CompressedSize { get; init; }

    public required long Size { get; init; }

    /// <summary>Where the local header is, in bytes from the start of the file.</summary>
    public required long LocalOffset { get; init; }

    public required uint ExternalAttributes { get; init; }

    public required byte[] Name { get; init; }

    /// <summary>The name of the Unicode path field; null when there is none for this name.</summary>
    public required byte[]? UnicodeName { get; init; }

    /// <summary>Whether a number stands in a ZIP64 field that is missing.</summary>
    public required bool Zip64Missing { get; init; }

    public bool IsEncrypted => (Flags & ZipFlags.Encrypted) != 0;

    public bool HasDescriptor => (Flags & ZipFlags.Descriptor) != 0;

    public bool IsDirectory => Name.Length > 0 && Name[^1] == '/';

    /// <summary>The file type bits of a Unix mode, 0 when made elsewhere.</summary>
    public uint UnixType => MadeBySystem is 3 or 19 ? (ExternalAttributes >> 16) & 0xf000 : 0;
}
