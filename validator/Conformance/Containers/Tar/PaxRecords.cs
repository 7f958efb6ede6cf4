namespace Conformance.Containers.Tar;

/// <summary>Cuts a pax extended header (POSIX.1-2017, pax, "pax Extended Header") into records <c>length key=value\n</c>.</summary>
internal ref struct PaxRecords(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>Whether the rest can't be cut.</summary>
    public bool Malformed { get; private set; }

    /// <summary>Offset of the record that comes next, or of the one that can't be read.</summary>
    public int Offset { get; private set; }

    /// <summary>Cuts one record.</summary>
    /// <returns>False at the end and at a record that can't be read.</returns>
    public bool Next(out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        key = value = [];
        if (_rest.IsEmpty)
        {
            return false;
        }

        int space = _rest[..Math.Min(_rest.Length, 11)].IndexOf((byte)' ');
        Malformed = true;
        if (space <= 0 || !TryLength(_rest[..space], out int length) || length <= space + 1 || length > _rest.Length
            || _rest[length - 1] != '\n')
        {
            return false;
        }

        ReadOnlySpan<byte> record = _rest[(space + 1)..(length - 1)];
        int equals = record.IndexOf((byte)'=');
        if (equals <= 0)
        {
            return false;
        }

        key = record[..equals];
        value = record[(equals + 1)..];
        _rest = _rest[length..];
        Offset += length;
        Malformed = false;
        return true;
    }

    private static bool TryLength(ReadOnlySpan<byte> digits, out int length)
    {
        length = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9' || length > int.MaxValue / 10 - 1)
            {
                return false;
            }

            length = (length * 10) + (digit - '0');
        }

        return true;
    }
}
