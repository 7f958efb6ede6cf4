namespace Conformance.Schemas.Formats;

/// <summary>Dates and times (RFC 3339, section 5.6).</summary>
internal static class TimeFormats
{
    /// <summary><c>date-time</c>.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > 11 && (text[10] | 0x20) == 't' && IsDate(text[..10]) && IsTime(text[11..]);

    /// <summary><c>full-date</c>.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || Two(text) < 0 || Two(text[2..]) < 0 || Two(text[5..]) is not (>= 1 and <= 12) || Two(text[8..]) < 1)
        {
            return false;
        }

        int year = (Two(text) * 100) + Two(text[2..]);
        int month = Two(text[5..]);
        bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = month == 2 ? leap ? 29 : 28 : month is 4 or 6 or 9 or 11 ? 30 : 31;
        return Two(text[8..]) <= days;
    }

    /// <summary><c>full-time</c>; a leap second only at the end of a day in UTC.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        int hour = Two(text);
        int minute = Two(text[3..]);
        int second = Two(text[6..]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[8..];
        if (rest[0] == '.')
        {
            int digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0)
            {
                return false;
            }

            rest = rest[(digits + 1)..];
        }

        int? offset = Offset(rest);
        return offset is { } minutes && (second < 60 || Modulo((hour * 60) + minute - minutes, 1440) == 1439);
    }

    /// <summary>Durations (RFC 3339, appendix A).</summary>
    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[1..];
        if (text[^1] == 'W')
        {
            return TakeUnit(ref rest, "W"u8) == 0 && rest.IsEmpty;
        }

        if (rest[0] != 'T' && !TakeUnits(ref rest, "YMD"u8))
        {
            return false;
        }

        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] != 'T')
        {
            return false;
        }

        rest = rest[1..];
        return TakeUnits(ref rest, "HMS"u8) && rest.IsEmpty;
    }

    /// <summary>Numbers with units that follow one another in the order given, without a gap between; at least one.</summary>
    private static bool TakeUnits(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> units)
    {
        int last = -1;
        while (!rest.IsEmpty && rest[0] != 'T')
        {
            int unit = TakeUnit(ref rest, units);
            if (unit < 0 || (last >= 0 && unit != last + 1))
            {
                return false;
            }

            last = unit;
        }

        return last >= 0;
    }

    private static int TakeUnit(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> units)
    {
        int digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits <= 0)
        {
            return -1;
        }

        int unit = units.IndexOf(rest[digits]);
        rest = rest[(digits + 1)..];
        return unit;
    }

    private static int? Offset(ReadOnlySpan<byte> text)
    {
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z' ? 0 : null;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || Two(text[1..]) is not (>= 0 and <= 23) || Two(text[4..]) is not (>= 0 and <= 59))
        {
            return null;
        }

        int minutes = (Two(text[1..]) * 60) + Two(text[4..]);
        return text[0] == '-' ? -minutes : minutes;
    }

    private static int Modulo(int value, int modulus) => ((value % modulus) + modulus) % modulus;

    /// <summary>Two digits, or a value below 0.</summary>
    private static int Two(ReadOnlySpan<byte> text) =>
        text.Length >= 2 && char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1]) ? ((text[0] - '0') * 10) + text[1] - '0' : -1;
}
