using Conformance.Containers.Compression;
using Conformance.Findings;

namespace Conformance.Containers.LibArchive;

/// <summary>RAR and 7z archives, which libarchive reads.</summary>
internal sealed class LibArchiveContainer : EntryContainer
{
    private const uint RegularFile = 0x8000;
    private const uint DirectoryFile = 0x4000;
    private const uint LinkFile = 0xa000;

    private readonly ByteSource _source;
    private readonly string[] _supports;
    private readonly ContainerLimits _limits;
    private LibArchiveReader? _reader;
    private LibArchiveContent? _content;
    private bool _begun;
    private bool _broken;

    public LibArchiveContainer(string format, ByteSource source, string[] supports, ContainerLimits limits, ContainerReporter reporter)
        : base(limits, reporter)
    {
        Format = format;
        _source = source;
        _supports = supports;
        _limits = limits;
    }

    public override string Format { get; }

    public override bool CanRewind => _source.CanRewind;

    public override long? Length => _source.Length;

    public override long Position => _source.Position;

    /// <summary>Makes the reader.</summary>
    /// <returns>False when there is no libarchive that can read this.</returns>
    public bool TryBegin()
    {
        _reader = LibArchiveReader.Begin(_source, _supports);
        return _reader is not null;
    }

    public int ReadContent(LibArchiveContent content, Span<byte> buffer)
    {
        if (!ReferenceEquals(content, _content) || Stopped || buffer.IsEmpty)
        {
            return 0;
        }

        int count = _reader!.ReadData(buffer);
        if (count <= 0)
        {
            _content = null;
            if (count < 0)
            {
                ReportDamage(new Location(content.Path), _reader.Problem);
            }
            else if (content.Declared is { } declared && declared != content.Produced)
            {
                // libarchive takes the end of a cut RAR 5 file for the end of the member.
                ReportDamage(new Location(content.Path), $"{content.Path} has {content.Produced} of {declared} bytes");
            }

            return 0;
        }

        content.Produced += count;
        return Spend(count) ? count : 0;
    }

    protected override void PassOver(Stream content, CancellationToken cancellation)
    {
        if (!FullyRead && !Stopped)
        {
            Drain(content, cancellation);
        }
    }

    protected override bool Advance(CancellationToken cancellation)
    {
        _content = null;
        if (_broken || _reader is null)
        {
            return false;
        }

        int result = LibArchiveLibrary.Ok;
        if (!_begun)
        {
            _begun = true;
            result = _reader.Open();
        }

        result = result < LibArchiveLibrary.Warn ? result : _reader.NextHeader();
        if (result is LibArchiveLibrary.Ok or LibArchiveLibrary.Warn)
        {
            ReadEntry(_reader);
            return true;
        }

        _broken = true;
        Reporter.Ordinal = 0;
        if (result == LibArchiveLibrary.EndOfArchive)
        {
            if (!FullyRead && !Rar5End.IsThere(_source, (2 * _limits.Entries) + 1000))
            {
                ReportDamage(Location.Input, "the file ends before the mark of the archive's end");
            }
        }
        else if (_reader.HasEncryptedEntries)
        {
            Reporter.Report(ContainerRules.EncryptedEntry, Location.Input, ("path", "the list of entries"));
        }
        else
        {
            ReportDamage(Location.Input, _reader.Problem);
        }

        return false;
    }

    protected override void StartOver()
    {
        _reader?.Dispose();
        _source.Rewind();
        _begun = _broken = false;
        _content = null;
        TryBegin();
    }

    protected override void Dispose(bool disposing)
    {
        _reader?.Dispose();
        _source.Dispose();
    }

    private void ReadEntry(LibArchiveReader reader)
    {
        ContainerEntryKind kind = Kind(reader);
        bool encrypted = reader.EntryIsEncrypted;
        long? size = reader.EntrySize;
        bool admitted = Admit(
            new EntryHeader
            {
                Name = reader.EntryPath,
                Kind = kind,
                Offset = Position,
                Length = size,
                LinkTarget = kind == ContainerEntryKind.HardLink ? reader.EntryHardLink : reader.EntrySymbolicLink,
                Unusable = encrypted,
            },
            out string path,
            out bool unusable);
        if (!admitted)
        {
            return;
        }

        if (encrypted)
        {
            Reporter.Report(ContainerRules.EncryptedEntry, new Location(path), ("path", path));
        }

        _content = kind == ContainerEntryKind.File && !encrypted ? new LibArchiveContent(this, path, size) : null;
        Current = new ContainerEntry(path, kind, kind == ContainerEntryKind.File ? size : null, _content ?? Stream.Null, unusable);
    }

    private static ContainerEntryKind Kind(LibArchiveReader reader) => reader.EntryType switch
    {
        _ when reader.EntryIsHardLink => ContainerEntryKind.HardLink,
        RegularFile or 0 => ContainerEntryKind.File,
        DirectoryFile => ContainerEntryKind.Directory,
        LinkFile => ContainerEntryKind.SymbolicLink,
        _ => ContainerEntryKind.Special,
    };

    private void ReportDamage(Location location, string detail)
    {
        ContentDamaged = true;
        EntriesLost = true;
        Reporter.Report(ContainerRules.DamagedContainer, location, ("detail", detail));
        Reporter.NotChecked("what follows the damaged part of the archive", "the archive can't be read further", location);
    }
}
