namespace Conformance.Documents.Cutting;

/// <summary>
/// A stretch of a file that holds whole items only, with what the cutter saw on the way. Filled by the reading thread, then
/// handed to one worker.
/// </summary>
internal sealed class CutBlock(byte[] buffer, int ordinal)
{
    /// <summary>The bytes. Rented: gone once the block is done with.</summary>
    public byte[] Buffer { get; } = buffer;

    /// <summary>The member's position in the run; orders findings.</summary>
    public int MemberOrdinal { get; } = ordinal;

    /// <summary>Offset in the member of the buffer's first byte.</summary>
    public long BaseOffset { get; set; }

    /// <summary>The items, in order.</summary>
    public List<CutItem> Items { get; } = [];

    /// <summary>Maps and arrays that were entered, in order.</summary>
    public List<CutPath> Entered { get; } = [];

    /// <summary>Faults of what lies around the items, with offsets from the start of the member.</summary>
    public List<(DocumentFault Fault, CutPath? Path)> Faults { get; } = [];

    /// <summary>An item's bytes.</summary>
    public ReadOnlyMemory<byte> Bytes(in CutItem item) => Buffer.AsMemory(item.Start, item.Length);
}
