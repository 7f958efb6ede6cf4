using System.Diagnostics.CodeAnalysis;
using Conformance.Findings;

namespace Conformance.Containers.Tar;

/// <content>Headers: of entries, and of extensions to the entry that follows.</content>
internal sealed partial class TarContainer
{
    /// <summary>What an octal size field can hold: a size below it needs no pax record.</summary>
    private const long LargestOctalSize = (1L << 33) - 1;

    private readonly ContainerLimits _limits;

    /// <summary>Reads the header in the block, and what belongs to it.</summary>
    private bool ReadEntry(CancellationToken cancellation)
    {
        var header = new TarHeader(_block);
        long offset = _offset - TarHeader.BlockBytes;
        if (header.Size is not { } size)
        {
            Reporter.Report(
                ContainerRules.TarNumber, Location.Input, ("offset", offset), ("field", Quoting.Safe(header.SizeField)));
            return Resynchronize(cancellation);
        }

        switch (header.Type)
        {
            case (byte)'L' or (byte)'K' or (byte)'x' or (byte)'X' or (byte)'g':
                ReadExtension(header.Type, size, offset, cancellation);
                return true;
            case (byte)'S':
                SkipSparseMap(header, cancellation);
                break;
            case (byte)'V':
                // The label that GNU tar can give an archive: no member.
                _extensions.Clear();
                return true;
        }

        BeginEntry(header, size, offset);
        _extensions.Clear();
        return true;
    }

    private void BeginEntry(TarHeader header, long headerSize, long offset)
    {
        byte[] name = EntryName(header);
        ContainerEntryKind kind = Kind(header.Type, name);
        long size = Math.Min(_extensions.PaxSize ?? headerSize, long.MaxValue / 2);
        bool holdsData = kind == ContainerEntryKind.File || header.Type == 'D';
        bool sparse = header.Type == 'S' || _extensions.Sparse;
        bool admitted = Admit(
            new EntryHeader
            {
                Name = name,
                Kind = kind,
                Offset = offset,
                Length = size,
                LinkTarget = _extensions.PaxLinkPath ?? _extensions.GnuLink ?? header.LinkName,
                Unusable = sparse,
            },
            out string path,
            out bool unusable);
        var location = path.Length == 0 ? Location.Input : new Location(path);
        ReportOddities(header, headerSize, path, location, sparse);
        if (size > 0 && !holdsData)
        {
            Reporter.Report(ContainerRules.TarUnexpectedData, location, ("path", path), ("bytes", size));
        }

        _left = holdsData ? size : 0;
        _padding = Padding(_left);
        if (!admitted)
        {
            return;
        }

        _path = path;
        bool readable = kind == ContainerEntryKind.File;
        _content = readable ? new TarContent(this) : null;
        Current = new ContainerEntry(path, kind, readable ? size : null, _content ?? Stream.Null, unusable);
    }

    private void ReportOddities(TarHeader header, long headerSize, string path, Location location, bool sparse)
    {
        if (_extensions.PaxSize is { } paxSize && paxSize != headerSize && paxSize <= LargestOctalSize)
        {
            Reporter.Report(
                ContainerRules.TarTwoSizes, location, ("path", path), ("pax", paxSize), ("header", headerSize));
        }

        if (_extensions.TwoNames || (_extensions.PaxPath is { } pax && _extensions.GnuName is { } gnu && !pax.AsSpan().SequenceEqual(gnu)))
        {
            Reporter.Report(ContainerRules.TarTwoNames, location, ("path", path));
        }

        if (sparse)
        {
            Reporter.Report(ContainerRules.TarSparse, location, ("path", path));
            Reporter.NotChecked("a sparse member", "sparse tar entries aren't put together; pack the archive without --sparse", location);
        }
        else if (header.Type is not ((byte)'\0' or (>= (byte)'0' and <= (byte)'7') or (byte)'D'))
        {
            Reporter.Report(ContainerRules.TarUnknownType, location, ("path", path), ("type", ((char)header.Type).ToString()));
        }
    }

    private byte[] EntryName(TarHeader header)
    {
        if ((_extensions.SparseName ?? _extensions.PaxPath ?? _extensions.GnuName) is { } extended)
        {
            return extended;
        }

        return header.Prefix.IsEmpty ? header.Name.ToArray() : [.. header.Prefix, (byte)'/', .. header.Name];
    }

    private static ContainerEntryKind Kind(byte type, ReadOnlySpan<byte> name) => type switch
    {
        (byte)'1' => ContainerEntryKind.HardLink,
        (byte)'2' => ContainerEntryKind.SymbolicLink,
        (byte)'3' or (byte)'4' or (byte)'6' => ContainerEntryKind.Special,
        (byte)'5' or (byte)'D' => ContainerEntryKind.Directory,

        // Before POSIX a directory was a file whose name ends with a slash.
        0 or (byte)'0' when name.EndsWith("/"u8) => ContainerEntryKind.Directory,
        _ => ContainerEntryKind.File,
    };

    private static long Padding(long size) => -size & (TarHeader.BlockBytes - 1);

    private void SkipSparseMap(TarHeader header, CancellationToken cancellation)
    {
        Span<byte> map = stackalloc byte[TarHeader.BlockBytes];
        for (bool more = header.SparseMapGoesOn; more && !Stopped; more = map[504] != 0)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = _source.ReadFully(map);
            _offset += count;
            if (count < map.Length)
            {
                ReportTruncated(map.Length - count);
                return;
            }

            Spend(count);
        }
    }

    private bool TryReadHeaderData(long size, long offset, CancellationToken cancellation, [NotNullWhen(true)] out byte[]? data)
    {
        data = null;
        if (size > _limits.HeaderBytes)
        {
            Reporter.Report(
                ContainerRules.HeaderBytesLimit, Location.Input, ("offset", offset), ("bytes", size), ("limit", _limits.HeaderBytes));
            Reporter.NotChecked(
                "an entry with an overlong extension header", $"limit {ContainerRules.HeaderBytesLimit} was reached", Location.Input);
            Skip(size, cancellation);
            _padding = Padding(size);
            return false;
        }

        byte[] bytes = new byte[(int)size];
        int count = _source.ReadFully(bytes);
        _offset += count;
        _padding = Padding(size);
        if (count < bytes.Length)
        {
            ReportTruncated(bytes.Length - count);
            return false;
        }

        data = bytes;
        return Spend(count);
    }
}
