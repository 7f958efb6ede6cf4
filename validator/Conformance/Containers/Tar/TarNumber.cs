namespace Conformance.Containers.Tar;

/// <summary>Numbers of tar headers: octal digits, or base 256 where the first bit is set.</summary>
internal static class TarNumber
{
    /// <summary>Reads a field.</summary>
    /// <returns>The number, 0 for an empty field; null for what is no number, is negative or exceeds 63 bits.</returns>
    public static long? Read(ReadOnlySpan<byte> field) => (field[0] & 0x80) != 0 ? ReadBinary(field) : ReadOctal(field);

    private static long? ReadOctal(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> digits = field.Trim(" \0"u8);
        long value = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7' || value >= long.MaxValue >> 3)
            {
                return null;
            }

            value = (value << 3) | (long)(digit - '0');
        }

        return value;
    }

    private static long? ReadBinary(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x40) != 0)
        {
            return null;
        }

        long value = field[0] & 0x3f;
        foreach (byte part in field[1..])
        {
            if (value > long.MaxValue >> 8)
            {
                return null;
            }

            value = (value << 8) | part;
        }

        return value;
    }
}
