namespace Conformance.Schemas.Formats;

/// <summary>Internet addresses.</summary>
internal static class AddressFormats
{
    /// <summary>Four octets in decimal, without leading zeros (RFC 2673, section 3.2).</summary>
    public static bool IsIPv4(ReadOnlySpan<byte> text)
    {
        int octets = 0;
        while (true)
        {
            int end = text.IndexOf((byte)'.');
            ReadOnlySpan<byte> octet = end < 0 ? text : text[..end];
            if (!IsOctet(octet))
            {
                return false;
            }

            octets++;
            if (end < 0)
            {
                return octets == 4;
            }

            text = text[(end + 1)..];
        }
    }

    /// <summary>Eight groups, or fewer with one gap, or an IPv4 address for the last two (RFC 4291, section 2.2).</summary>
    public static bool IsIPv6(ReadOnlySpan<byte> text)
    {
        int groups = 0;
        bool gap = false;
        if (text.StartsWith("::"u8))
        {
            gap = true;
            text = text[2..];
            if (text.IsEmpty)
            {
                return true;
            }
        }

        while (true)
        {
            int end = text.IndexOf((byte)':');
            if (end < 0)
            {
                groups += IsGroup(text) ? 1 : IsIPv4(text) ? 2 : 99;
                break;
            }

            if (!IsGroup(text[..end]) || ++groups > 8)
            {
                return false;
            }

            text = text[(end + 1)..];
            if (!text.IsEmpty && text[0] == ':')
            {
                if (gap)
                {
                    return false;
                }

                gap = true;
                text = text[1..];
                if (text.IsEmpty)
                {
                    break;
                }
            }
        }

        return gap ? groups <= 7 : groups == 8;
    }

    /// <summary>A host name of ASCII labels (RFC 1123, section 2.1); labels in punycode must be valid ones (RFC 5890, section 2.3.2.1).</summary>
    public static bool IsHostname(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > 253)
        {
            return false;
        }

        while (true)
        {
            int end = text.IndexOf((byte)'.');
            if (!IsLabel(end < 0 ? text : text[..end]))
            {
                return false;
            }

            if (end < 0)
            {
                return true;
            }

            text = text[(end + 1)..];
        }
    }

    private static bool IsOctet(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > 3 || text.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        int value = 0;
        foreach (byte b in text)
        {
            value = (value * 10) + b - '0';
        }

        return value <= 255;
    }

    private static bool IsGroup(ReadOnlySpan<byte> text) => text.Length is >= 1 and <= 4 && Characters.HexDigits.ContainsAll(text);

    private static bool IsLabel(ReadOnlySpan<byte> label)
    {
        if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-' || !Characters.HostLabel.ContainsAll(label))
        {
            return false;
        }

        // A hyphen in third and fourth place is kept for encodings, of which there is one.
        return label.Length < 4 || label[2] != '-' || label[3] != '-' || InternationalLabel.IsValid(label);
    }
}
