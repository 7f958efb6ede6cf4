using System.Runtime.CompilerServices;

namespace Conformance.Documents;

/// <content>What readers use to fill a document.</content>
public sealed partial class Document
{
    private NodeRecord[] _nodes = new NodeRecord[128];
    private byte[] _scratch = [];

    /// <summary>The tape as far as it is filled.</summary>
    internal Span<NodeRecord> Records => _nodes.AsSpan(0, NodeCount);

    /// <summary>Decoded text that has no like in the source.</summary>
    internal ReadOnlySpan<byte> Scratch => _scratch.AsSpan(0, ScratchLength);

    internal int ScratchLength { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref NodeRecord Record(int index) => ref _nodes[index];

    /// <summary>Empties the document and names what will be read next.</summary>
    internal void Reset(ReadOnlyMemory<byte> source, long baseOffset, DocumentEncoding encoding)
    {
        Source = source;
        BaseOffset = baseOffset;
        Encoding = encoding;
        NodeCount = 0;
        ScratchLength = 0;
        if (FaultCount != 0)
        {
            _faults.Clear();
            _faultKinds = default;
            FaultCount = 0;
        }
    }

    /// <summary>Appends a node and returns its index. The record is to be filled by the caller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Append()
    {
        int index = NodeCount;
        if (index == _nodes.Length)
        {
            Array.Resize(ref _nodes, index * 2);
        }

        NodeCount = index + 1;
        return index;
    }

    /// <summary>Makes room for decoded bytes at the end of the scratch buffer; <see cref="CommitScratch"/> keeps what was written.</summary>
    internal Span<byte> ReserveScratch(int length)
    {
        if (_scratch.Length - ScratchLength < length)
        {
            Array.Resize(ref _scratch, Math.Max(_scratch.Length * 2, ScratchLength + Math.Max(length, 256)));
        }

        return _scratch.AsSpan(ScratchLength);
    }

    internal void CommitScratch(int length) => ScratchLength += length;

    /// <summary>Records a fault at an offset from the start of the source.</summary>
    internal void AddFault(FaultKind kind, int offset, int node = -1, long detail = 0, string? text = null)
    {
        FaultCount++;
        if (_faults.Count < MaxFaults || !_faultKinds.Contains(kind))
        {
            _faults.Add(new DocumentFault(kind, BaseOffset + offset, node, detail, text));
        }

        _faultKinds = _faultKinds.With(kind);
    }

    /// <summary>Lets go of oversized buffers after a rare large item, so that a pool of documents stays small.</summary>
    internal void Trim(int maxNodes = 1 << 16, int maxScratch = 1 << 20)
    {
        if (_nodes.Length > maxNodes)
        {
            _nodes = new NodeRecord[128];
            NodeCount = 0;
        }

        if (_scratch.Length > maxScratch)
        {
            _scratch = [];
            ScratchLength = 0;
        }
    }

    internal ReadOnlySpan<byte> TextOf(in NodeRecord record)
    {
        int start = (int)record.Value;
        int length = (int)(record.Value >> 32);
        return (record.Flags & NodeFlags.Scratch) != 0
            ? _scratch.AsSpan(start, length)
            : Source.Span.Slice(start, length);
    }
}
