using Conformance.Containers.Compression;
using Conformance.Findings;

namespace Conformance.Containers.LibArchive;

/// <summary>Bytes that libarchive decompresses: xz, zstd, bzip2. The tar archive inside is read by this project's own reader.</summary>
internal sealed class LibArchiveSource(ByteSource compressed, string filter, ContainerReporter reporter) : ByteSource
{
    private readonly string[] _supports = [filter, "archive_read_support_format_raw"];
    private LibArchiveReader? _reader;
    private bool _begun;
    private bool _ended;
    private bool _damaged;

    public override bool Damaged => _damaged;

    public override long Position => compressed.Position;

    public override long? Length => compressed.Length;

    public override bool CanRewind => compressed.CanRewind;

    /// <summary>Makes the reader.</summary>
    /// <returns>False when there is no libarchive that can decompress this.</returns>
    public bool TryBegin()
    {
        _reader = LibArchiveReader.Begin(compressed, _supports);
        return _reader is not null;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty || _reader is null)
        {
            return 0;
        }

        int count = 0;
        if (!_begun)
        {
            _begun = true;
            count = _reader.Open();
            count = count < LibArchiveLibrary.Warn ? count : _reader.NextHeader();
            _ended = count == LibArchiveLibrary.EndOfArchive;
        }

        if (!_ended && count >= LibArchiveLibrary.Warn)
        {
            count = _reader.ReadData(buffer);
        }

        if (count < 0)
        {
            _damaged = true;
            reporter.Report(ContainerRules.DamagedContainer, new Location(Offset: Position), ("detail", _reader.Problem));
            reporter.NotChecked(
                "what follows the damaged part of the archive", "the compressed data can't be read further", new Location(Offset: Position));
        }

        _ended |= count <= 0;
        return _ended ? 0 : count;
    }

    public override void Rewind()
    {
        _reader?.Dispose();
        compressed.Rewind();
        _begun = _ended = _damaged = false;
        TryBegin();
    }

    public override void Dispose()
    {
        _reader?.Dispose();
        compressed.Dispose();
    }
}
