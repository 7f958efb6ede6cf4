using System.Buffers.Text;
using System.Globalization;

namespace Conformance.Documents.Json;

/// <content>Numerals (RFC 8259 §6).</content>
internal ref partial struct JsonParser
{
    /// <summary>The largest integer of canonical JSON (Matrix specification, appendices), and of RFC 7493 §2.2.</summary>
    private const long MaxCanonical = (1L << 53) - 1;

    /// <summary>Digits that an integer is kept with; what is longer is kept as an infinite float, so that no one has to compute with it.</summary>
    private const int MaxDigits = 4096;

    private int ReadNumber(int start)
    {
        int at = start;
        bool negative = _source[at] == '-';
        if (negative)
        {
            at++;
        }

        int first = at;
        long value = 0;
        while ((uint)at < (uint)_source.Length && JsonBytes.IsDigit(_source[at]))
        {
            value = (value * 10) + (_source[at] - '0');
            at++;
        }

        int digits = at - first;
        if (digits is 0 or > 18 || (digits > 1 && _source[first] == '0') || (at < _source.Length && JsonBytes.IsToken(_source[at])))
        {
            return ReadOddNumber(start);
        }

        AddInteger(start, at, negative ? -value : value, negative && value == 0);
        return at;
    }

    private void AddInteger(int start, int end, long value, bool negativeZero)
    {
        int node = Add(NodeKind.Integer, negativeZero ? NodeFlags.NegativeZero : NodeFlags.None, start, end - start, value);
        if (value is > MaxCanonical or < -MaxCanonical)
        {
            Fault(FaultKind.IntegerOutOfRange, start, node);
        }
        else if (negativeZero)
        {
            Fault(FaultKind.NegativeZero, start, node);
        }
    }

    /// <summary>Reads a numeral that is long, a float, or wrong.</summary>
    private int ReadOddNumber(int start)
    {
        int end = TokenEnd(start);
        ReadOnlySpan<byte> numeral = _source[start..end];
        if (!JsonNumeral.IsValid(numeral, out int integerLength))
        {
            return ReadBadNumber(start, end);
        }

        if (integerLength < numeral.Length)
        {
            AddFloat(start, end);
        }
        else if (Utf8Parser.TryParse(numeral, out long value, out int consumed) && consumed == numeral.Length)
        {
            AddInteger(start, end, value, negativeZero: false);
        }
        else
        {
            AddBigInteger(start, end);
        }

        return end;
    }

    private void AddFloat(int start, int end)
    {
        bool negative = _source[start] == '-';
        if (!double.TryParse(_source[start..end], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            value = negative ? double.NegativeInfinity : double.PositiveInfinity;
        }

        bool whole = double.IsFinite(value) && Math.Truncate(value) == value;
        NodeFlags flags = (whole ? NodeFlags.Integral : NodeFlags.None) | (value == 0 && negative ? NodeFlags.NegativeZero : NodeFlags.None);
        int node = Add(NodeKind.Float, flags, start, end - start, BitConverter.DoubleToInt64Bits(value));
        FaultKind fault = !double.IsFinite(value) ? FaultKind.NumberOverflow
            : (flags & NodeFlags.NegativeZero) != 0 ? FaultKind.NegativeZero
            : whole && Math.Abs(value) <= MaxCanonical ? FaultKind.IntegralFloat
            : FaultKind.Float;
        Fault(fault, start, node);
    }

    private void AddBigInteger(int start, int end)
    {
        bool negative = _source[start] == '-';
        int digits = end - start - (negative ? 1 : 0);
        int node = digits <= MaxDigits
            ? Add(NodeKind.Integer, NodeFlags.BigInteger, start, end - start)
            : Add(
                NodeKind.Float,
                NodeFlags.Incomplete,
                start,
                end - start,
                BitConverter.DoubleToInt64Bits(negative ? double.NegativeInfinity : double.PositiveInfinity));
        Fault(FaultKind.IntegerOutOfRange, start, node);
    }

    /// <summary>Takes a numeral that breaks the grammar as an unreadable value.</summary>
    private int ReadBadNumber(int start, int end)
    {
        ReadOnlySpan<byte> numeral = _source[start..end];
        if (numeral.Length > 1 && numeral[0] is (byte)'-' or (byte)'+' && JsonBytes.IsWordStart(numeral[1]))
        {
            return ReadUnknownWord(start, end);
        }

        if (end == _source.Length && _container >= 0 && JsonNumeral.IsFront(numeral))
        {
            _cut = true;
            Add(NodeKind.Null, NodeFlags.Incomplete, start, end - start);
            return end;
        }

        Fault(FaultKind.JsonBadNumber, start, Add(NodeKind.Null, NodeFlags.Incomplete, start, end - start));
        return SkipJunk(end);
    }
}
