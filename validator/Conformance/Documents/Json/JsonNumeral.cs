namespace Conformance.Documents.Json;

/// <summary>The grammar of numerals (RFC 8259 §6).</summary>
internal static class JsonNumeral
{
    /// <summary>Checks a numeral against the grammar.</summary>
    /// <param name="numeral">All of it; not empty.</param>
    /// <param name="integerLength">The length of its sign and integer part.</param>
    public static bool IsValid(ReadOnlySpan<byte> numeral, out int integerLength)
    {
        int at = numeral[0] == '-' ? 1 : 0;
        int digits = Digits(numeral[at..]);
        integerLength = at + digits;
        if (digits == 0 || (digits > 1 && numeral[at] == '0'))
        {
            return false;
        }

        at = integerLength;
        if (at < numeral.Length && numeral[at] == '.')
        {
            digits = Digits(numeral[(at + 1)..]);
            if (digits == 0)
            {
                return false;
            }

            at += 1 + digits;
        }

        if (at < numeral.Length && numeral[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < numeral.Length && numeral[at] is (byte)'+' or (byte)'-')
            {
                at++;
            }

            digits = Digits(numeral[at..]);
            if (digits == 0)
            {
                return false;
            }

            at += digits;
        }

        return at == numeral.Length;
    }

    /// <summary>Whether it is no numeral, but would be one with a digit more.</summary>
    public static bool IsFront(ReadOnlySpan<byte> text)
    {
        if (JsonBytes.IsDigit(text[^1]))
        {
            return false;
        }

        byte[] longer = [.. text, (byte)'0'];
        return IsValid(longer, out _);
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
