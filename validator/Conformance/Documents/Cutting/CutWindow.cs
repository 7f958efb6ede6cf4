namespace Conformance.Documents.Cutting;

/// <summary>
/// What a cutter sees of its stream: the filled part of the buffer of the block it is filling. Reading on delivers that block
/// when it holds items, takes the bytes still wanted along into the next, and gives a single large item a larger buffer, so that
/// an item is always one stretch of one buffer. Memory is bounded by the bytes that a cutter keeps, which it bounds itself
/// by <see cref="CutLimits.ItemBytes"/>.
/// </summary>
internal sealed class CutWindow
{
    // A block with more than these is delivered early: tiny items must not make it outgrow its bytes.
    private const int CrowdedItems = 1 << 15;
    private const int CrowdedNotes = 1 << 12;

    private readonly Stream _content;
    private readonly CutLimits _limits;
    private readonly ICutTarget _target;
    private readonly CancellationToken _cancellation;
    private long _items;

    public CutWindow(Stream content, CutLimits limits, ICutTarget target, CancellationToken cancellation)
    {
        _content = content;
        _limits = limits;
        _target = target;
        _cancellation = cancellation;
        cancellation.ThrowIfCancellationRequested();
        Block = target.Rent(limits.BlockBytes);
    }

    /// <summary>The block being filled. Another one after <see cref="TryRead"/> or <see cref="Relieve"/>.</summary>
    public CutBlock Block { get; private set; }

    /// <summary>Bytes of the buffer that hold content.</summary>
    public int Filled { get; private set; }

    /// <summary>Whether the stream has ended; the window then shows all that is left.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The bytes seen.</summary>
    public ReadOnlySpan<byte> Bytes => Block.Buffer.AsSpan(0, Filled);

    /// <summary>Offset in the member of the end of what was read.</summary>
    public long Length => Block.BaseOffset + Filled;

    /// <summary>Offset in the member of a position in the window.</summary>
    public long OffsetOf(int position) => Block.BaseOffset + position;

    /// <summary>Position in the window of an offset in the member; it must be in the window.</summary>
    public int PositionOf(long offset) => (int)(offset - Block.BaseOffset);

    /// <summary>
    /// Reads until the buffer is full or the stream ends. Bytes before <paramref name="keep"/> may leave the window, and the bytes
    /// that stay may move.
    /// </summary>
    /// <param name="keep">Position of the first byte still wanted, at most <see cref="Filled"/>.</param>
    /// <param name="shift">What all positions became smaller by, also when nothing was read.</param>
    /// <returns>False when no byte came, since the stream has ended.</returns>
    /// <exception cref="OperationCanceledException">The reading was stopped. The block in hand is not delivered.</exception>
    public bool TryRead(int keep, out int shift)
    {
        shift = 0;
        if (AtEnd)
        {
            return false;
        }

        _cancellation.ThrowIfCancellationRequested();
        if (Filled == Block.Buffer.Length)
        {
            MakeRoom(keep);
            shift = keep;
        }

        int before = Filled;
        while (Filled < Block.Buffer.Length)
        {
            int read = _content.Read(Block.Buffer, Filled, Block.Buffer.Length - Filled);
            if (read <= 0)
            {
                AtEnd = true;
                break;
            }

            Filled += read;
        }

        return Filled > before;
    }

    /// <summary>Puts an item into the block. Its bytes must be in the window.</summary>
    public void Add(in CutItem item)
    {
        Block.Items.Add(item);
        _items++;
    }

    /// <summary>Notes a fault of what lies around the items.</summary>
    public void AddFault(FaultKind kind, long offset, CutPath? path, long detail = 0, string? text = null) =>
        Block.Faults.Add((new DocumentFault(kind, offset, -1, detail, text), path));

    /// <summary>Delivers a block that holds very many small things, before it is full. To be called between items.</summary>
    /// <param name="keep">Position of the first byte still wanted.</param>
    /// <returns>What all positions became smaller by.</returns>
    public int Relieve(int keep)
    {
        if (Block.Items.Count < CrowdedItems && Block.Faults.Count < CrowdedNotes && Block.Entered.Count < CrowdedNotes)
        {
            return 0;
        }

        _cancellation.ThrowIfCancellationRequested();
        NextBlock(keep, Math.Max(_limits.BlockBytes, Filled - keep));
        return keep;
    }

    /// <summary>Delivers the last block.</summary>
    /// <param name="stoppedAt">Where the rest could not be cut; -1 when all was.</param>
    public CutResult Finish(long stoppedAt = -1)
    {
        long length = Length;
        _target.Deliver(Block);
        return new CutResult(length, _items, stoppedAt < 0, stoppedAt);
    }

    private void MakeRoom(int keep)
    {
        int kept = Filled - keep;
        if (Block.Items.Count == 0 && kept <= Block.Buffer.Length / 2)
        {
            Block.Buffer.AsSpan(keep, kept).CopyTo(Block.Buffer);
            Block.BaseOffset += keep;
            Filled = kept;
            return;
        }

        // Twice as much, but no more than the largest item takes.
        long most = (long)_limits.ItemBytes + _limits.BlockBytes;
        long size = Math.Max(_limits.BlockBytes, kept < most ? Math.Min(2L * kept, most) : 2L * kept);
        NextBlock(keep, (int)Math.Min(Array.MaxLength, size));
    }

    private void NextBlock(int keep, int size)
    {
        CutBlock next = _target.Rent(size);
        int kept = Filled - keep;
        Block.Buffer.AsSpan(keep, kept).CopyTo(next.Buffer);
        next.BaseOffset = Block.BaseOffset + keep;
        _target.Deliver(Block);
        Block = next;
        Filled = kept;
    }
}
