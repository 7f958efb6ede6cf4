namespace Conformance.Documents;

/// <summary>
/// A value read from JSON or CBOR as a tape of nodes, each of which knows its range of bytes. A document is reused: reading
/// into it again replaces what it held, so nodes must not outlive the next read. Not safe for several threads at a time.
/// </summary>
public sealed partial class Document
{
    /// <summary>
    /// How many faults a document keeps; of further ones only the first of each kind that isn't among them, so that the one which ended
    /// the reading is never lost. All are counted.
    /// </summary>
    public const int MaxFaults = 256;

    /// <summary>
    /// How many nodes a document takes (64 MiB of records); a reader stops there with <see cref="FaultKind.TooManyNodes"/>. The largest
    /// honest items, users with all their account data, have some thousands.
    /// </summary>
    public const int MaxNodes = 1 << 21;

    private readonly List<DocumentFault> _faults = [];
    private FaultSet _faultKinds;

    /// <summary>The bytes that were read. Offsets of nodes count from their start.</summary>
    public ReadOnlyMemory<byte> Source { get; private set; }

    /// <summary>Offset of <see cref="Source"/> in its member or file, in bytes.</summary>
    public long BaseOffset { get; private set; }

    /// <summary>The encoding that was read.</summary>
    public DocumentEncoding Encoding { get; private set; }

    /// <summary>The number of nodes on the tape; 0 when nothing could be read.</summary>
    public int NodeCount { get; private set; }

    /// <summary>What the reader found, in the order it met them, as far as <see cref="MaxFaults"/> says.</summary>
    public IReadOnlyList<DocumentFault> Faults => _faults;

    /// <summary>The kinds of all faults, those that were only counted too.</summary>
    public FaultSet FaultKinds => _faultKinds;

    /// <summary>The number of all faults.</summary>
    public long FaultCount { get; private set; }

    /// <summary>The outermost node, or a node of kind <see cref="NodeKind.None"/> when nothing could be read.</summary>
    public Node Root => NodeCount == 0 ? default : new Node(this, 0);

    /// <summary>The node at an index of the tape.</summary>
    /// <param name="index">0 to <see cref="NodeCount"/> - 1.</param>
    /// <returns>The node.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public Node this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)NodeCount, nameof(index));
            return new Node(this, index);
        }
    }
}
