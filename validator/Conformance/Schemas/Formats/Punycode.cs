namespace Conformance.Schemas.Formats;

/// <summary>Punycode (RFC 3492) of one label.</summary>
internal static class Punycode
{
    /// <summary>The most characters of a label in this form, without its prefix (RFC 5890, section 4.2).</summary>
    public const int MaxLength = 59;

    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int InitialBias = 72;
    private const int InitialN = 128;

    /// <summary>Decodes; gives the number of code points, or -1 when the text is no Punycode.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<int> codePoints)
    {
        int count = 0;
        int hyphen = text.LastIndexOf((byte)'-');
        for (int i = 0; i < hyphen; i++)
        {
            codePoints[count++] = text[i];
        }

        int n = InitialN;
        int bias = InitialBias;
        long position = 0;
        int at = hyphen < 0 ? 0 : hyphen + 1;
        while (at < text.Length)
        {
            long before = position;
            long weight = 1;
            for (int k = Base; ; k += Base)
            {
                int digit = at < text.Length ? Digit(text[at++]) : -1;
                if (digit < 0)
                {
                    return -1;
                }

                position += digit * weight;
                int threshold = Math.Clamp(k - bias, TMin, TMax);
                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
                if (position > int.MaxValue || weight > int.MaxValue)
                {
                    return -1;
                }
            }

            bias = Adapt(position - before, count + 1, before == 0);
            long next = n + (position / (count + 1));
            position %= count + 1;
            if (next > 0x10FFFF || next is >= 0xD800 and <= 0xDFFF || count == codePoints.Length)
            {
                return -1;
            }

            n = (int)next;
            codePoints[(int)position..count].CopyTo(codePoints[((int)position + 1)..]);
            codePoints[(int)position] = n;
            count++;
            position++;
        }

        return count;
    }

    /// <summary>Encodes; gives the length, or -1 when the text would be longer than <see cref="MaxLength"/>.</summary>
    public static int Encode(ReadOnlySpan<int> codePoints, Span<byte> text)
    {
        int length = 0;
        foreach (int c in codePoints)
        {
            if (c < 0x80 && !Append(text, ref length, (byte)c))
            {
                return -1;
            }
        }

        int basic = length;
        int handled = length;
        if (basic > 0 && !Append(text, ref length, (byte)'-'))
        {
            return -1;
        }

        int n = InitialN;
        int bias = InitialBias;
        long delta = 0;
        while (handled < codePoints.Length)
        {
            int next = int.MaxValue;
            foreach (int c in codePoints)
            {
                next = c >= n && c < next ? c : next;
            }

            delta += (long)(next - n) * (handled + 1);
            n = next;
            foreach (int c in codePoints)
            {
                delta += c < n ? 1 : 0;
                if (c == n)
                {
                    if (!AppendNumber(text, ref length, delta, bias))
                    {
                        return -1;
                    }

                    bias = Adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            n++;
        }

        return length;
    }

    private static bool AppendNumber(Span<byte> text, ref int length, long number, int bias)
    {
        for (int k = Base; ; k += Base)
        {
            int threshold = Math.Clamp(k - bias, TMin, TMax);
            if (number < threshold)
            {
                return Append(text, ref length, Letter((int)number));
            }

            if (!Append(text, ref length, Letter((int)(threshold + ((number - threshold) % (Base - threshold))))))
            {
                return false;
            }

            number = (number - threshold) / (Base - threshold);
        }
    }

    private static bool Append(Span<byte> text, ref int length, byte b)
    {
        if (length == text.Length)
        {
            return false;
        }

        text[length++] = b;
        return true;
    }

    private static byte Letter(int digit) => (byte)(digit < 26 ? 'a' + digit : '0' + digit - 26);

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0' + 26,
        >= (byte)'a' and <= (byte)'z' => b - 'a',
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        _ => -1,
    };

    private static int Adapt(long delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        int k = 0;
        while (delta > (Base - TMin) * TMax / 2)
        {
            delta /= Base - TMin;
            k += Base;
        }

        return (int)(k + ((Base - TMin + 1) * delta / (delta + 38)));
    }
}
