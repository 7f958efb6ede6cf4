using Conformance.Containers.Compression;
using Conformance.Findings;

namespace Conformance.Containers.Tar;

/// <summary>A tar archive, plain or compressed.</summary>
internal sealed partial class TarContainer : EntryContainer
{
    private readonly ByteSource _source;
    private readonly byte[] _block = new byte[TarHeader.BlockBytes];
    private readonly TarExtensions _extensions = new();
    private TarContent? _content;
    private string? _path;
    private bool _blockIsNext;
    private int _probed;

    /// <summary>Bytes of the archive read so far, uncompressed.</summary>
    private long _offset;

    private long _left;
    private long _padding;

    public TarContainer(string format, ByteSource source, ContainerLimits limits, ContainerReporter reporter)
        : base(limits, reporter)
    {
        Format = format;
        _source = source;
        _limits = limits;
    }

    public override string Format { get; }

    public override bool CanRewind => _source.CanRewind;

    public override long? Length => _source.Length;

    public override long Position => _source.Position;

    /// <summary>Reads the first block.</summary>
    /// <returns>Whether this can be a tar archive, if a damaged one.</returns>
    public bool Probe()
    {
        _probed = _source.ReadFully(_block);
        _blockIsNext = true;
        ReadOnlySpan<byte> block = _block.AsSpan(0, _probed);
        return _source.Damaged || (_probed == TarHeader.BlockBytes && (TarHeader.IsZero(block) || LooksLikeHeader(block)));
    }

    /// <summary>Whether a block is a header, or was one before something damaged it.</summary>
    public static bool LooksLikeHeader(ReadOnlySpan<byte> block) =>
        block.Length >= TarHeader.BlockBytes
        && (TarHeader.HasChecksum(block[..TarHeader.BlockBytes]) || block.Slice(257, 5).SequenceEqual("ustar"u8));

    /// <summary>Reads content for an entry's stream.</summary>
    public int ReadContent(TarContent content, Span<byte> buffer)
    {
        if (!ReferenceEquals(content, _content) || _left == 0 || Stopped)
        {
            return 0;
        }

        int count = _source.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        if (count == 0 && !buffer.IsEmpty)
        {
            ReportTruncated(_left);
            return 0;
        }

        _left -= count;
        _offset += count;
        return Spend(count) ? count : 0;
    }

    protected override void PassOver(Stream content, CancellationToken cancellation)
    {
        if (!Stopped)
        {
            Skip(_left, cancellation);
            _left = 0;
        }
    }

    protected override bool Advance(CancellationToken cancellation)
    {
        _content = null;
        if (_left + _padding > 0)
        {
            Skip(_left + _padding, cancellation);
            _left = _padding = 0;
        }

        _path = null;
        if (Stopped || _truncated || !ReadBlock())
        {
            return false;
        }

        if (TarHeader.IsZero(_block))
        {
            ReadEnd(cancellation);
            return false;
        }

        if (!TarHeader.HasChecksum(_block))
        {
            return Resynchronize(cancellation);
        }

        return ReadEntry(cancellation);
    }

    protected override void StartOver()
    {
        _source.Rewind();
        _content = null;
        _path = null;
        _blockIsNext = false;
        _truncated = false;
        _offset = _left = _padding = 0;
        _extensions.Clear();
    }

    protected override void Dispose(bool disposing) => _source.Dispose();

    /// <summary>Reads the block where a header should be.</summary>
    /// <returns>False at the end of the bytes.</returns>
    private bool ReadBlock()
    {
        int count = _blockIsNext ? _probed : _source.ReadFully(_block);
        _blockIsNext = false;
        _offset += count;
        if (count == TarHeader.BlockBytes)
        {
            return Spend(count);
        }

        if (count > 0)
        {
            ReportTruncated(TarHeader.BlockBytes - count);
        }
        else if (_source.Damaged)
        {
            EntriesLost = true;
        }
        else
        {
            ReportDanglingExtension();
            Reporter.Ordinal = 0;
            Reporter.Report(ContainerRules.TarEndMissing, Location.Input, ("offset", _offset), ("blocks", 0));
        }

        return false;
    }
}
