using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using Conformance.Documents;

namespace Conformance.Schemas.Values;

/// <summary>
/// A number as exact decimal: ± 0.DIGITS × 10^exponent, without zeros at either end of the digits; no digits for zero. A binary float
/// counts as the shortest decimal that reads back as the same float, so that 0.1 is the same number in both encodings.
/// </summary>
internal readonly ref struct DecimalNumber(bool isNegative, ReadOnlySpan<byte> digits, long exponent)
{
    private const long ExponentLimit = long.MaxValue / 4;

    public bool IsNegative { get; } = isNegative;

    /// <summary>ASCII digits.</summary>
    public ReadOnlySpan<byte> Digits { get; } = digits;

    public long Exponent { get; } = exponent;

    public bool IsZero => Digits.IsEmpty;

    public bool IsInteger => Digits.Length <= Exponent || IsZero;

    /// <summary>How much room <see cref="Of"/> needs for a node.</summary>
    public static int MaxLength(Node node) => node.Document.Encoding == DocumentEncoding.Json ? node.Record.Length
        : node.Kind == NodeKind.Integer && (node.Flags & NodeFlags.BigInteger) != 0 ? checked((node.Record.Length * 5 / 2) + 32)
        : 40;

    /// <summary>The value of a finite number, with its digits in the buffer.</summary>
    public static DecimalNumber Of(Node node, Span<byte> buffer)
    {
        if (node.Kind == NodeKind.Integer && (node.Flags & NodeFlags.BigInteger) == 0)
        {
            Utf8Formatter.TryFormat(node.Int64Value, buffer, out int written);
            return Parse(buffer[..written], buffer);
        }

        if (node.Document.Encoding == DocumentEncoding.Json)
        {
            return Parse(node.Raw, buffer);
        }

        if (node.Kind == NodeKind.Integer)
        {
            string text = node.BigIntegerValue.ToString(CultureInfo.InvariantCulture);
            return Parse(buffer[..Encoding.ASCII.GetBytes(text, buffer)], buffer);
        }

        node.DoubleValue.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture);
        return Parse(buffer[..length], buffer);
    }

    /// <summary>Reads a JSON numeral; text and buffer may be the same memory.</summary>
    public static DecimalNumber Parse(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        bool negative = false;
        bool afterPoint = false;
        int length = 0;
        long exponent = 0;
        int at = 0;
        if (!text.IsEmpty && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            at++;
        }

        for (; at < text.Length; at++)
        {
            byte c = text[at];
            if (c == '.')
            {
                afterPoint = true;
            }
            else if (c is (byte)'e' or (byte)'E')
            {
                exponent += ParseExponent(text[(at + 1)..]);
                break;
            }
            else if (char.IsAsciiDigit((char)c))
            {
                if (length == 0 && c == '0')
                {
                    exponent -= afterPoint ? 1 : 0;
                    continue;
                }

                buffer[length++] = c;
                exponent += afterPoint ? 0 : 1;
            }
        }

        ReadOnlySpan<byte> digits = buffer[..length].TrimEnd((byte)'0');
        return digits.IsEmpty ? default : new DecimalNumber(negative, digits, exponent);
    }

    public static int Compare(in DecimalNumber a, in DecimalNumber b)
    {
        int signA = a.IsZero ? 0 : a.IsNegative ? -1 : 1;
        int signB = b.IsZero ? 0 : b.IsNegative ? -1 : 1;
        if (signA != signB || signA == 0)
        {
            return signA.CompareTo(signB);
        }

        int magnitude = a.Exponent != b.Exponent ? a.Exponent.CompareTo(b.Exponent) : a.Digits.SequenceCompareTo(b.Digits);
        return Math.Sign(magnitude) * signA;
    }

    /// <summary>Whether this is a whole multiple of a divisor above zero. Exponents are never written out.</summary>
    public bool IsMultipleOf(in DecimalNumber divisor)
    {
        if (IsZero)
        {
            return true;
        }

        // Both as mantissa × 10^scale. The mantissas end in another digit than 0, so a smaller scale can't be made up for.
        long scale = Exponent - Digits.Length - (divisor.Exponent - divisor.Digits.Length);
        if (scale < 0)
        {
            return false;
        }

        const int ulongDigits = 18;
        if (Digits.Length <= ulongDigits && divisor.Digits.Length <= ulongDigits)
        {
            ulong small = SmallMantissa(divisor.Digits);
            return MultiplyModulo(SmallMantissa(Digits) % small, PowerOfTenModulo(scale, small), small) == 0;
        }

        BigInteger modulus = Mantissa(divisor.Digits);
        BigInteger remainder = Mantissa(Digits) % modulus * BigInteger.ModPow(10, scale, modulus) % modulus;
        return remainder.IsZero;
    }

    private static ulong SmallMantissa(ReadOnlySpan<byte> digits)
    {
        ulong value = 0;
        foreach (byte digit in digits)
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }

    private static ulong PowerOfTenModulo(long exponent, ulong modulus)
    {
        ulong result = 1 % modulus;
        ulong power = 10 % modulus;
        for (; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) != 0 ? MultiplyModulo(result, power, modulus) : result;
            power = MultiplyModulo(power, power, modulus);
        }

        return result;
    }

    private static ulong MultiplyModulo(ulong a, ulong b, ulong modulus) => (ulong)((UInt128)a * b % modulus);

    private static BigInteger Mantissa(ReadOnlySpan<byte> digits) =>
        BigInteger.Parse(Encoding.ASCII.GetString(digits), NumberStyles.None, CultureInfo.InvariantCulture);

    private static long ParseExponent(ReadOnlySpan<byte> text)
    {
        bool negative = !text.IsEmpty && text[0] == '-';
        long value = 0;
        foreach (byte c in text)
        {
            if (char.IsAsciiDigit((char)c))
            {
                value = Math.Min((value * 10) + (c - '0'), ExponentLimit / 10);
            }
        }

        return negative ? -value : value;
    }
}
