using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Conformance.Documents;

/// <summary>
/// One value in a <see cref="Document"/>: a handle of a document and an index. Valid until the document is read into again.
/// </summary>
public readonly partial struct Node
{
    private readonly Document? _document;

    internal Node(Document document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>The document. Only for nodes that exist.</summary>
    /// <exception cref="InvalidOperationException">The node is of kind <see cref="NodeKind.None"/>.</exception>
    public Document Document => _document ?? throw new InvalidOperationException("There is no node.");

    /// <summary>Index on the document's tape.</summary>
    public int Index { get; }

    /// <summary>Whether there is a node.</summary>
    public bool Exists => _document is not null;

    /// <summary>The kind; <see cref="NodeKind.None"/> when there is no node.</summary>
    public NodeKind Kind => _document is null ? NodeKind.None : Record.Kind;

    /// <summary>What the reader saw beyond kind and value.</summary>
    public NodeFlags Flags => Record.Flags;

    /// <summary>Offset of the first byte, from the start of the member or file.</summary>
    public long Offset => _document is null ? 0 : _document.BaseOffset + Record.Start;

    /// <summary>The encoded bytes, tags included.</summary>
    public ReadOnlySpan<byte> Raw => Document.Source.Span.Slice(Record.Start, Record.Length);

    /// <summary>Elements of an array, pairs of a map, otherwise 0.</summary>
    public int Count => _document is null ? 0 : Record.Count;

    /// <summary>Text (UTF-8) or bytes. Where the source was not valid UTF-8, each fault stands as U+FFFD.</summary>
    /// <exception cref="InvalidOperationException">The node is neither text nor bytes.</exception>
    public ReadOnlySpan<byte> Utf8
    {
        get
        {
            ref NodeRecord record = ref Record;
            return record.Kind is NodeKind.Text or NodeKind.Bytes
                ? Document.TextOf(record)
                : throw new InvalidOperationException($"A node of kind {record.Kind} has no text.");
        }
    }

    /// <summary>The value of an integer (not one flagged <see cref="NodeFlags.BigInteger"/>) or the number of a simple value.</summary>
    /// <exception cref="InvalidOperationException">The node is no such value.</exception>
    public long Int64Value
    {
        get
        {
            ref NodeRecord record = ref Record;
            return record.Kind is NodeKind.Integer or NodeKind.Simple && (record.Flags & NodeFlags.BigInteger) == 0
                ? record.Value
                : throw new InvalidOperationException($"A node of kind {record.Kind} has no 64-bit integer.");
        }
    }

    /// <summary>The value of a float, or of an integer as the nearest double.</summary>
    /// <exception cref="InvalidOperationException">The node is no number.</exception>
    public double DoubleValue
    {
        get
        {
            ref NodeRecord record = ref Record;
            return record.Kind switch
            {
                NodeKind.Float => BitConverter.Int64BitsToDouble(record.Value),
                NodeKind.Integer => (record.Flags & NodeFlags.BigInteger) == 0 ? record.Value : Nearest(BigIntegerValue),
                _ => throw new InvalidOperationException($"A node of kind {record.Kind} is no number."),
            };
        }
    }

    /// <summary>The value of an integer of any size. Costs time that grows with its length; readers bound that.</summary>
    /// <exception cref="InvalidOperationException">The node is no integer.</exception>
    public BigInteger BigIntegerValue
    {
        get
        {
            ref NodeRecord record = ref Record;
            if (record.Kind != NodeKind.Integer)
            {
                throw new InvalidOperationException($"A node of kind {record.Kind} is no integer.");
            }

            if ((record.Flags & NodeFlags.BigInteger) == 0)
            {
                return record.Value;
            }

            ReadOnlySpan<byte> raw = Raw;
            if (Document.Encoding == DocumentEncoding.Json)
            {
                return BigInteger.Parse(Encoding.ASCII.GetString(raw), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            }

            // The reader keeps the magnitude of a bignum (tags 2 and 3) as a range of bytes in the value, its sign in Count.
            if ((record.Flags & NodeFlags.Tagged) != 0)
            {
                var magnitude = new BigInteger(Document.TextOf(record), isUnsigned: true, isBigEndian: true);
                return record.Count != 0 ? -1 - magnitude : magnitude;
            }

            ulong argument = BinaryPrimitives.ReadUInt64BigEndian(raw[^8..]);
            return raw[0] >> 5 == 1 ? -1 - (BigInteger)argument : argument;
        }
    }

    /// <summary>Whether this is text and equals the given UTF-8.</summary>
    /// <param name="utf8">The bytes to compare with.</param>
    /// <returns>True when equal, byte for byte.</returns>
    public bool TextEquals(ReadOnlySpan<byte> utf8) =>
        _document is not null && Record.Kind == NodeKind.Text && _document.TextOf(Record).SequenceEqual(utf8);

    /// <summary>The text as a string, or null when this is no text.</summary>
    /// <returns>The string.</returns>
    public string? AsString() => Kind == NodeKind.Text ? Encoding.UTF8.GetString(Utf8) : null;

    internal ref NodeRecord Record => ref Document.Record(Index);

    // The conversion that BigInteger has cuts digits off instead of rounding.
    private static double Nearest(BigInteger value) =>
        double.Parse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
