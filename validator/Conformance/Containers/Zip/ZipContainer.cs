using Conformance.Containers.Compression;
using Conformance.Findings;

namespace Conformance.Containers.Zip;

/// <summary>
/// A ZIP archive, read by its central directory as every importer reads it. Local headers are compared with the directory;
/// where the two disagree, one program sees another archive than the next.
/// </summary>
internal sealed partial class ZipContainer : EntryContainer
{
    private readonly RandomBytes _bytes;
    private ZipEnd? _end;
    private ZipDirectory? _directory;
    private ZipLayout _layout = new();
    private ZipContent? _content;
    private ZipInput? _input;
    private bool _begun;
    private long _unpacked;

    public ZipContainer(RandomBytes bytes, ContainerLimits limits, ContainerReporter reporter)
        : base(limits, reporter)
    {
        _bytes = bytes;
        _limits = limits;
    }

    public override string Format => "zip";

    public override bool CanRewind => true;

    public override long? Length => _bytes.Length;

    public override long Position => _bytes.BytesRead;

    /// <summary>The data of entries only: the directory and the end are read whatever they are for.</summary>
    protected override long CompressedRead => _unpacked;

    public bool IsCurrent(ZipContent content) => ReferenceEquals(content, _content) && !Stopped;

    /// <summary>Makes ready to inflate an entry.</summary>
    public ZipInput BeginInput()
    {
        _input ??= new ZipInput();
        _input.Inflater.StartOver();
        return _input;
    }

    /// <summary>Counts bytes that came out of an entry, and those that went in for them.</summary>
    public bool Count(int bytes, long compressed)
    {
        _unpacked += compressed;
        return Spend(bytes);
    }

    protected override void PassOver(Stream content, CancellationToken cancellation)
    {
        if (!FullyRead && !Stopped)
        {
            Drain(content, cancellation);
        }

        _content = null;
    }

    protected override bool Advance(CancellationToken cancellation)
    {
        if (!_begun)
        {
            _begun = true;
            Begin(cancellation);
        }

        if (_directory?.Next() is { } record)
        {
            ReadEntry(record, cancellation);
            return true;
        }

        ReportEnd();
        return false;
    }

    protected override void StartOver()
    {
        _content = null;
        _bytes.StartOver();
        _begun = false;
        _unpacked = 0;
        _directory = null;
        _layout = new ZipLayout();
    }

    protected override void Dispose(bool disposing)
    {
        _content = null;
        _input?.Dispose();
        _bytes.Dispose();
    }

    /// <summary>Finds the directory, and looks through it once for entries that share bytes.</summary>
    private void Begin(CancellationToken cancellation)
    {
        _end = ZipEndReader.Read(_bytes);
        if (_end is null)
        {
            EntriesLost = true;
            Reporter.Report(ContainerRules.ZipNoDirectory, Location.Input);
            Reporter.NotChecked("the members of the archive", "a ZIP archive without its central directory can't be read", Location.Input);
            return;
        }

        ReportEndOddities(_end);
        var directory = new ZipDirectory(_bytes, _end);
        while (directory.Count < (ulong)_limits.Entries && directory.Next() is { } record)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!record.Zip64Missing)
            {
                _layout.Add(record.LocalOffset, record.LocalOffset + 30 + record.Name.Length + record.CompressedSize);
            }
        }

        _layout.FindOverlaps(_end.DirectoryOffset);
        if (_layout.First is > 0 and { } first)
        {
            Reporter.Report(ContainerRules.ZipBytesBefore, new Location(Offset: 0), ("bytes", first));
        }

        _directory = new ZipDirectory(_bytes, _end);
    }

    private void ReportEndOddities(ZipEnd end)
    {
        if (end.TwoEnds)
        {
            Reporter.Report(ContainerRules.ZipTwoEnds, Location.Input);
        }

        if (end.SeveralDisks)
        {
            Reporter.Report(ContainerRules.ZipSeveralDisks, Location.Input);
        }

        if (end.CommentBytes > 0)
        {
            Reporter.Report(ContainerRules.ZipComment, Location.Input, ("bytes", end.CommentBytes));
        }

        if (end.BytesAfter > 0)
        {
            Reporter.Report(
                ContainerRules.ZipBytesAfter, new Location(Offset: _bytes.Length - end.BytesAfter), ("bytes", end.BytesAfter));
        }
    }

    /// <summary>Compares the directory as a whole with what was found.</summary>
    private void ReportEnd()
    {
        if (_end is null || _directory is null)
        {
            return;
        }

        Reporter.Ordinal = 0;
        ulong mask = _end.CountBits == 16 ? ushort.MaxValue : ulong.MaxValue;
        if (_directory.Damaged)
        {
            EntriesLost = true;
            Reporter.Report(ContainerRules.ZipDirectoryDamaged, new Location(Offset: _directory.Offset), ("offset", _directory.Offset));
            Reporter.NotChecked(
                "entries after the damaged part of the directory", "the central directory can't be read further", Location.Input);
        }
        else if ((_directory.Count & mask) != _end.Entries)
        {
            Reporter.Report(
                ContainerRules.ZipCount,
                Location.Input,
                ("declared", (long)Math.Min(_end.Entries, long.MaxValue)),
                ("actual", (long)_directory.Count));
        }

        if (!FullyRead && !Stopped && _layout.FindGaps(_end.DirectoryOffset) is { Bytes: > 0 } gap)
        {
            Reporter.Report(ContainerRules.ZipUnlistedBytes, new Location(Offset: gap.Offset), ("bytes", gap.Bytes), ("offset", gap.Offset));
        }

        _directory = null;
    }
}
