using System.Diagnostics;
using System.Runtime.CompilerServices;
using Conformance.Documents;

namespace Conformance.Events.Canonical;

/// <summary>
/// Writes nodes, of JSON or CBOR alike, as canonical JSON (Matrix specification, Appendices, Canonical JSON) into a buffer that
/// is kept for the next event. What the writer does with values outside of canonical JSON is said in
/// <c>docs/formats/events.md</c>. One thread at a time.
/// </summary>
internal sealed partial class CanonicalJsonWriter
{
    private const int KeptBytes = 1 << 20;
    private const int KeptEntries = 1 << 14;

    private byte[] _buffer = new byte[8192];
    private MapEntry[] _entries = new MapEntry[64];
    private int _entryCount;
    private Document _document = null!;
    private bool _lenient;
    private bool _plainTextIsClean;

    /// <summary>Bytes written since <see cref="Start"/>.</summary>
    public int Length { get; private set; }

    /// <summary>False when something was met that JSON has no form for, so that what was written stands for nothing.</summary>
    public bool IsExact { get; private set; }

    /// <summary>What was written. Valid until something else is.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Empties the buffer.</summary>
    /// <param name="document">What will be written.</param>
    /// <param name="lenient">True for numbers as room versions 1 to 5 put up with, false for those of canonical JSON.</param>
    public void Start(Document document, bool lenient)
    {
        if (_buffer.Length > KeptBytes)
        {
            _buffer = new byte[8192];
        }

        if (_entries.Length > KeptEntries)
        {
            _entries = new MapEntry[64];
        }

        _document = document;
        _lenient = lenient;
        _plainTextIsClean = document.Encoding == DocumentEncoding.Json && document.FaultCount == 0;
        _entryCount = 0;
        Length = 0;
        IsExact = true;
    }

    /// <summary>Writes a value.</summary>
    /// <param name="index">The node's index.</param>
    public void WriteValue(int index)
    {
        // The tape is no deeper than the reader's limit, and so is this recursion.
        ref NodeRecord record = ref _document.Record(index);
        switch (record.Kind)
        {
            case NodeKind.Text:
                WriteText(record);
                break;
            case NodeKind.Map:
                WriteMap(index, record.Count);
                break;
            case NodeKind.Array:
                WriteArray(index, record.Count);
                break;
            case NodeKind.Integer:
                WriteInteger(index, record);
                break;
            case NodeKind.Float:
                WriteFloat(record);
                break;
            case NodeKind.True:
                WriteRaw("true"u8);
                break;
            case NodeKind.False:
                WriteRaw("false"u8);
                break;
            case NodeKind.Null:
                WriteRaw("null"u8);
                break;
            default:
                WriteRaw("null"u8);
                IsExact = false;
                break;
        }

        if ((record.Flags & NodeFlags.Incomplete) != 0)
        {
            IsExact = false;
        }
    }

    /// <summary>Writes bytes that are canonical already.</summary>
    /// <param name="bytes">The bytes.</param>
    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes again what was written before.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">Its length.</param>
    public void Repeat(int start, int length)
    {
        Reserve(length);
        _buffer.AsSpan(start, length).CopyTo(_buffer.AsSpan(Length));
        Length += length;
    }

    /// <summary>Writes one byte.</summary>
    /// <param name="value">The byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (Length == _buffer.Length)
        {
            Grow(1);
        }

        _buffer[Length++] = value;
    }

    /// <summary>Takes back what was written after a point.</summary>
    /// <param name="length">The length to go back to.</param>
    public void Truncate(int length)
    {
        Debug.Assert(length <= Length, "There is nothing to take back.");
        Length = length;
    }

    private void WriteArray(int index, int count)
    {
        WriteByte((byte)'[');
        int at = index + 1;
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                WriteByte((byte)',');
            }

            WriteValue(at);
            at = _document.Record(at).Next;
        }

        WriteByte((byte)']');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int length)
    {
        if (_buffer.Length - Length < length)
        {
            Grow(length);
        }

        return _buffer.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int length) => Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, Math.Max(_buffer.Length * 2L, (long)Length + length)));
}
