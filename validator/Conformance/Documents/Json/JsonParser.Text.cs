using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Conformance.Documents.Json;

/// <content>Strings (RFC 8259 §7).</content>
internal ref partial struct JsonParser
{
    /// <summary>The most bytes that one escape turns into.</summary>
    private const int MaxEscape = 4;

    private static ReadOnlySpan<byte> Replacement => [0xEF, 0xBF, 0xBD];

    /// <summary>Reads a string into a node.</summary>
    /// <param name="open">The opening quote.</param>
    /// <param name="quote">The byte that closes it.</param>
    /// <returns>The offset after the closing quote.</returns>
    private int ReadText(int open, byte quote)
    {
        ReadOnlySpan<byte> source = _source;
        int start = open + 1;
        int at = quote == '"' ? PlainEnd(source, start) : start;
        if ((uint)at < (uint)source.Length && source[at] == quote && (_validUtf8 || Utf8.IsValid(source[start..at])))
        {
            Add(NodeKind.Text, NodeFlags.None, open, at + 1 - open, NodeRecord.Range(start, at - start));
            return at + 1;
        }

        return ReadOddText(open, quote);
    }

    /// <summary>The first quote, backslash or control character at or after an offset.</summary>
    private static int PlainEnd(ReadOnlySpan<byte> source, int at)
    {
        for (int round = 0; round < 4 && source.Length - at >= Vector128<byte>.Count; round++)
        {
            Vector128<byte> bytes = Vector128.Create(source.Slice(at, Vector128<byte>.Count));
            Vector128<byte> stops = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(bytes, Vector128.Create((byte)' '));
            uint mask = stops.ExtractMostSignificantBits();
            if (mask != 0)
            {
                return at + BitOperations.TrailingZeroCount(mask);
            }

            at += Vector128<byte>.Count;
        }

        int stop = source[at..].IndexOfAny(JsonBytes.TextStops);
        return stop < 0 ? source.Length : at + stop;
    }

    /// <summary>Reads a string that has escapes or faults, decoding it into the scratch buffer.</summary>
    private int ReadOddText(int open, byte quote)
    {
        int node = Add(NodeKind.Text, NodeFlags.Scratch, open, 0);
        int textStart = _document.ScratchLength;
        var seen = default(FaultSet);
        SearchValues<byte> stops = _validUtf8 ? JsonBytes.TextStops : JsonBytes.DoubtfulTextStops;
        Span<byte> room = _document.ReserveScratch(256);
        int written = 0;
        int at = open + 1;
        bool closed = false;
        while (at < _source.Length)
        {
            int run = quote == '"' ? _source[at..].IndexOfAny(stops) : RunBeforeSingleQuote(at, stops);
            run = run < 0 ? _source.Length - at : run;
            if (room.Length - written < run + MaxEscape)
            {
                _document.CommitScratch(written);
                room = _document.ReserveScratch(run + 256);
                written = 0;
            }

            _source.Slice(at, run).CopyTo(room[written..]);
            written += run;
            at += run;
            if (at == _source.Length)
            {
                break;
            }

            byte value = _source[at];
            if (value == quote)
            {
                at++;
                closed = true;
                break;
            }

            Span<byte> target = room[written..];
            at += value switch
            {
                (byte)'\\' => ReadEscape(at, quote, target, ref seen, node, out run),
                >= 0x80 => ReadDoubtful(at, target, ref seen, node, out run),
                _ => ReadControl(at, target, ref seen, node, out run),
            };
            written += run;
        }

        _document.CommitScratch(written);
        ref NodeRecord record = ref _document.Record(node);
        record.Length = at - open;
        record.Value = NodeRecord.Range(textStart, _document.ScratchLength - textStart);
        if (!closed)
        {
            record.Flags |= NodeFlags.Incomplete;
            _cut = true;
        }

        return at;
    }

    /// <summary>Plain bytes before the next that needs a look, in a string that a single quote closes.</summary>
    private readonly int RunBeforeSingleQuote(int at, SearchValues<byte> stops)
    {
        int end = at;
        while (end < _source.Length && _source[end] != '\'' && (_source[end] == '"' || !stops.Contains(_source[end])))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>Records a fault of a string, the first of each kind only.</summary>
    private readonly void TextFault(FaultKind kind, int at, int node, ref FaultSet seen, long detail = 0)
    {
        if (kind != FaultKind.JsonControlCharacter)
        {
            // What U+FFFD stands for is lost.
            _document.Record(node).Flags |= NodeFlags.Incomplete;
        }

        if (!seen.Contains(kind))
        {
            seen = seen.With(kind);
            Fault(kind, at, node, detail);
        }
    }

    /// <summary>Keeps an unescaped control character.</summary>
    private int ReadControl(int at, Span<byte> target, ref FaultSet seen, int node, out int written)
    {
        TextFault(FaultKind.JsonControlCharacter, at, node, ref seen, _source[at]);
        target[0] = _source[at];
        written = 1;
        return 1;
    }

    /// <summary>Reads one character outside of ASCII, in text that may not be UTF-8.</summary>
    private int ReadDoubtful(int at, Span<byte> target, ref FaultSet seen, int node, out int written)
    {
        OperationStatus status = Rune.DecodeFromUtf8(_source[at..], out Rune rune, out int consumed);
        written = rune.EncodeToUtf8(target);
        if (status == OperationStatus.InvalidData)
        {
            TextFault(FaultKind.InvalidUtf8, at, node, ref seen, _source[at]);
        }

        return consumed;
    }

    /// <summary>Decodes an escape.</summary>
    /// <returns>How many bytes of the source it takes.</returns>
    private int ReadEscape(int at, byte quote, Span<byte> target, ref FaultSet seen, int node, out int written)
    {
        ReadOnlySpan<byte> rest = _source[(at + 1)..];
        if (rest.IsEmpty)
        {
            written = 0;
            return 1;
        }

        byte plain = rest[0] switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => rest[0],
            (byte)'n' => (byte)'\n',
            (byte)'t' => (byte)'\t',
            (byte)'r' => (byte)'\r',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'\'' when quote == '\'' => (byte)'\'',
            _ => 0,
        };
        if (plain != 0)
        {
            target[0] = plain;
            written = 1;
            return 2;
        }

        if (rest[0] == 'u')
        {
            return ReadUnicodeEscape(at, target, ref seen, node, out written);
        }

        TextFault(FaultKind.JsonBadEscape, at, node, ref seen);
        Replacement.CopyTo(target);
        written = Replacement.Length;
        return rest[0] is >= 0x20 and < 0x80 ? 2 : 1;
    }

    private int ReadUnicodeEscape(int at, Span<byte> target, ref FaultSet seen, int node, out int written)
    {
        int unit = HexUnit(_source[(at + 2)..], out int digits);
        if (digits < 4)
        {
            if (at + 2 + digits < _source.Length)
            {
                TextFault(FaultKind.JsonBadEscape, at, node, ref seen);
                Replacement.CopyTo(target);
                written = Replacement.Length;
            }
            else
            {
                written = 0;
            }

            return 2 + digits;
        }

        if (!char.IsSurrogate((char)unit))
        {
            written = new Rune((char)unit).EncodeToUtf8(target);
            return 6;
        }

        ReadOnlySpan<byte> after = _source[(at + 6)..];
        if (char.IsHighSurrogate((char)unit) && after.StartsWith("\\u"u8))
        {
            int low = HexUnit(after[2..], out digits);
            if (digits == 4 && char.IsLowSurrogate((char)low))
            {
                written = new Rune((char)unit, (char)low).EncodeToUtf8(target);
                return 12;
            }
        }

        bool cut = char.IsHighSurrogate((char)unit)
            && (after.Length < 2 ? "\\u"u8.StartsWith(after) : after.StartsWith("\\u"u8) && 2 + digits == after.Length && digits < 4);
        if (!cut)
        {
            TextFault(FaultKind.JsonLoneSurrogate, at, node, ref seen);
        }

        Replacement.CopyTo(target);
        written = Replacement.Length;
        return 6;
    }

    /// <summary>The value of four hexadecimal digits.</summary>
    /// <param name="text">Where they begin.</param>
    /// <param name="digits">How many there are, at most 4.</param>
    private static int HexUnit(ReadOnlySpan<byte> text, out int digits)
    {
        int unit = 0;
        for (digits = 0; digits < 4 && digits < text.Length; digits++)
        {
            int value = JsonBytes.HexValue(text[digits]);
            if (value < 0)
            {
                break;
            }

            unit = (unit << 4) | value;
        }

        return unit;
    }
}
