using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Conformance.Documents;

namespace Conformance.Events.Canonical;

/// <content>Text and numbers.</content>
internal sealed partial class CanonicalJsonWriter
{
    // A number of more digits makes an event larger than any event may be.
    private const int MaxBignumBytes = 16384;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, (byte)'"', (byte)'\\']);

    /// <summary>Writes a name or a text, in quotes.</summary>
    /// <param name="record">Its entry on the tape.</param>
    public void WriteText(in NodeRecord record)
    {
        ReadOnlySpan<byte> text = _document.TextOf(record);
        Span<byte> target = Reserve(text.Length + 2);
        if ((_plainTextIsClean && (record.Flags & NodeFlags.Scratch) == 0) || !text.ContainsAny(Escaped))
        {
            target[0] = (byte)'"';
            text.CopyTo(target[1..]);
            target[text.Length + 1] = (byte)'"';
            Length += text.Length + 2;
            return;
        }

        WriteEscaped(text);
    }

    private void WriteEscaped(ReadOnlySpan<byte> text)
    {
        WriteByte((byte)'"');
        while (true)
        {
            int plain = text.IndexOfAny(Escaped);
            if (plain < 0)
            {
                break;
            }

            WriteRaw(text[..plain]);
            WriteEscape(text[plain]);
            text = text[(plain + 1)..];
        }

        WriteRaw(text);
        WriteByte((byte)'"');
    }

    private void WriteEscape(byte value)
    {
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        byte letter = value switch
        {
            (byte)'"' => (byte)'"',
            (byte)'\\' => (byte)'\\',
            8 => (byte)'b',
            9 => (byte)'t',
            10 => (byte)'n',
            12 => (byte)'f',
            13 => (byte)'r',
            _ => (byte)'u',
        };
        WriteByte((byte)'\\');
        WriteByte(letter);
        if (letter == (byte)'u')
        {
            WriteRaw("00"u8);
            WriteByte(digits[value >> 4]);
            WriteByte(digits[value & 15]);
        }
    }

    private void WriteInteger(int index, in NodeRecord record)
    {
        if ((record.Flags & NodeFlags.BigInteger) == 0)
        {
            WriteInt64(record.Value);
            return;
        }

        // A numeral of JSON has no leading zeros, so it is its own canonical form.
        if (_document.Encoding == DocumentEncoding.Json)
        {
            WriteRaw(_document.Source.Span.Slice(record.Start, record.Length));
            return;
        }

        if (record.Length > MaxBignumBytes)
        {
            IsExact = false;
            return;
        }

        WriteRaw(Encoding.ASCII.GetBytes(new Node(_document, index).BigIntegerValue.ToString(CultureInfo.InvariantCulture)));
    }

    private void WriteInt64(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out int written);
        Length += written;
    }

    private void WriteFloat(in NodeRecord record)
    {
        double value = BitConverter.Int64BitsToDouble(record.Value);
        if (!double.IsFinite(value))
        {
            WriteRaw("null"u8);
            IsExact = false;
            return;
        }

        // The appendix writes 1e10 as 10000000000; servers that put up with floats write them as floats.
        if (!_lenient && Math.Truncate(value) == value && Math.Abs(value) <= (1L << 53) - 1)
        {
            WriteInt64((long)value);
            return;
        }

        Length += FloatText.Write(value, Reserve(FloatText.MaxLength));
    }
}
