using System.Buffers.Binary;
using System.Text;
using Conformance.Containers.Paths;
using Conformance.Findings;

namespace Conformance.Containers.Zip;

/// <content>One entry: its two headers, its data, its data descriptor.</content>
internal sealed partial class ZipContainer
{
    private const int LongestLinkTarget = 4096;
    private const uint UnixLink = 0xa000;
    private const uint UnixDirectory = 0x4000;
    private const uint UnixFile = 0x8000;

    private readonly ContainerLimits _limits;

    private void ReadEntry(ZipRecord record, CancellationToken cancellation)
    {
        AnnounceEntry();
        string path = EntryPath.Read(record.UnicodeName ?? record.Name, _limits.PathBytes).Text;
        var location = new Location(path);
        bool readable = CheckHeaders(record, location, out ZipLocalHeader? local);
        ContainerEntryKind kind = Kind(record);
        _content = readable ? new ZipContent(this, _bytes, record, local!.DataOffset, path) : null;
        byte[] target = kind == ContainerEntryKind.SymbolicLink && readable ? ReadTarget(_content!, cancellation) : [];
        bool admitted = Admit(
            new EntryHeader
            {
                Name = record.UnicodeName ?? record.Name,
                Kind = kind,
                Offset = record.Offset,
                Length = record.Size,
                LinkTarget = target,
                Unusable = !readable,
            },
            out path,
            out bool unusable);
        ReportNames(record, path, location);
        if (kind == ContainerEntryKind.Directory && record.Size > 0)
        {
            Reporter.Report(ContainerRules.ZipDirectoryWithContent, location, ("path", path), ("bytes", record.Size));
        }

        if (!admitted || kind != ContainerEntryKind.File)
        {
            PassOver((Stream?)_content ?? Stream.Null, cancellation);
        }

        if (admitted)
        {
            bool file = kind == ContainerEntryKind.File;
            Current = new ContainerEntry(path, kind, file ? record.Size : null, file && _content is not null ? _content : Stream.Null, unusable);
        }
    }

    /// <summary>Checks what both headers say before any data is read.</summary>
    /// <returns>Whether the data can be read.</returns>
    private bool CheckHeaders(ZipRecord record, Location location, out ZipLocalHeader? local)
    {
        local = null;
        string path = location.Member!;
        if (record.Zip64Missing)
        {
            Reporter.Report(ContainerRules.Zip64FieldMissing, location, ("path", path), ("offset", record.Offset));
            return false;
        }

        local = ZipLocalHeader.Read(_bytes, record.LocalOffset);
        if (local is null)
        {
            Reporter.Report(ContainerRules.ZipLocalHeaderMissing, location, ("path", path), ("offset", record.LocalOffset));
            return false;
        }

        if (local.Difference(record) is { } difference)
        {
            Reporter.Report(
                ContainerRules.ZipHeadersDisagree,
                location,
                ("path", path),
                ("field", difference.Field),
                ("local", difference.Local),
                ("central", difference.Central));
        }

        if (_layout.Overlaps(record.LocalOffset))
        {
            Reporter.Report(ContainerRules.ZipOverlap, location, ("path", path), ("offset", record.LocalOffset));
            return false;
        }

        _layout.Add(record.LocalOffset, EndOfEntry(record, local, location));
        if (record.IsEncrypted)
        {
            Reporter.Report(ContainerRules.EncryptedEntry, location, ("path", path));
            return false;
        }

        if (record.Method is not (ZipMethods.Stored or ZipMethods.Deflate))
        {
            Reporter.Report(ContainerRules.ZipMethod, location, ("path", path), ("method", ZipMethods.Name(record.Method)));
            Reporter.NotChecked("a member in an unusual compression", "only stored and deflated entries are read", location);
            return false;
        }

        return true;
    }

    /// <summary>Where an entry ends: after its data, or after the descriptor that follows it.</summary>
    private long EndOfEntry(ZipRecord record, ZipLocalHeader local, Location location)
    {
        long end = local.DataOffset + record.CompressedSize;
        if (!record.HasDescriptor)
        {
            return end;
        }

        Span<byte> bytes = stackalloc byte[24];
        ReadOnlySpan<byte> descriptor = bytes[.._bytes.ReadAt(end, bytes)];
        foreach (int signature in (ReadOnlySpan<int>)[4, 0])
        {
            foreach (int width in (ReadOnlySpan<int>)[8, 4])
            {
                int length = signature + 4 + (2 * width);
                if (length <= descriptor.Length
                    && (signature == 0 || descriptor.StartsWith("PK\x07\x08"u8))
                    && IsDescriptor(descriptor[signature..length], width, record))
                {
                    return end + length;
                }
            }
        }

        Reporter.Report(
            ContainerRules.ZipHeadersDisagree,
            location,
            ("path", location.Member),
            ("field", "data descriptor"),
            ("local", Convert.ToHexStringLower(descriptor)),
            ("central", $"checksum {record.Crc:x8}, sizes {record.CompressedSize} and {record.Size}"));
        return end;
    }

    private static bool IsDescriptor(ReadOnlySpan<byte> bytes, int width, ZipRecord record)
    {
        ulong compressed = width == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) : BinaryPrimitives.ReadUInt64LittleEndian(bytes[4..]);
        ulong size = width == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) : BinaryPrimitives.ReadUInt64LittleEndian(bytes[12..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) == record.Crc
            && compressed == (ulong)record.CompressedSize && size == (ulong)record.Size;
    }

    /// <summary>Compares an entry's data with its header, once all was read.</summary>
    public void CheckEnd(ZipContent content, bool damaged)
    {
        ZipRecord record = content.Record;
        var location = new Location(content.Path, content.Produced);
        ContentDamaged = damaged || content.Produced < record.Size;
        if (damaged)
        {
            Reporter.Report(
                ContainerRules.ZipDataDamaged, location, ("path", content.Path), ("offset", content.DataOffset + content.Taken));
            Reporter.NotChecked("the rest of a damaged member", "its compressed data can't be read further", location);
        }
        else if (content.Produced != record.Size || content.Unused > 0)
        {
            Reporter.Report(
                ContainerRules.ZipLength,
                location,
                ("path", content.Path),
                ("declared", record.Size),
                ("actual", content.Produced),
                ("unused", content.Unused));
        }
        else if (content.Crc != record.Crc)
        {
            Reporter.Report(
                ContainerRules.ZipChecksum, location, ("path", content.Path), ("stored", $"{record.Crc:x8}"), ("computed", $"{content.Crc:x8}"));
        }
    }

    private void ReportNames(ZipRecord record, string path, Location location)
    {
        bool plain = Ascii.IsValid(record.Name);
        bool utf8 = (record.Flags & ZipFlags.Utf8) != 0;
        if (record.UnicodeName is { } other)
        {
            if ((plain || utf8) && !other.AsSpan().SequenceEqual(record.Name))
            {
                Reporter.Report(ContainerRules.ZipTwoNames, location, ("path", path), ("other", Quoting.Safe(record.Name)));
            }
        }
        else if (!plain && !utf8)
        {
            Reporter.Report(ContainerRules.ZipNameEncoding, location, ("path", path));
        }
    }

    private static byte[] ReadTarget(ZipContent content, CancellationToken cancellation)
    {
        byte[] target = new byte[LongestLinkTarget];
        int length = 0;
        while (length < target.Length)
        {
            int count = content.Read(target.AsSpan(length));
            if (count == 0)
            {
                break;
            }

            length += count;
        }

        Drain(content, cancellation);
        return target[..length];
    }

    private static ContainerEntryKind Kind(ZipRecord record) => record.UnixType switch
    {
        UnixLink => ContainerEntryKind.SymbolicLink,
        UnixDirectory => ContainerEntryKind.Directory,
        UnixFile or 0 => record.IsDirectory ? ContainerEntryKind.Directory : ContainerEntryKind.File,
        _ => ContainerEntryKind.Special,
    };
}
