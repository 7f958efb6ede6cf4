using System.Buffers;
using System.Text;

namespace Conformance.Schemas.Formats;

/// <summary>URIs (RFC 3986) and IRIs (RFC 3987), by the grammar.</summary>
internal static class UriFormats
{
    /// <summary>A URI with a scheme.</summary>
    public static bool IsUri(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: true, international: false);

    /// <summary>A URI, or a reference without scheme.</summary>
    public static bool IsUriReference(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: false, international: false);

    /// <summary>An IRI with a scheme.</summary>
    public static bool IsIri(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: true, international: true);

    /// <summary>An IRI, or a reference without scheme.</summary>
    public static bool IsIriReference(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: false, international: true);

    private static bool IsReference(ReadOnlySpan<byte> text, bool needsScheme, bool international)
    {
        int hash = text.IndexOf((byte)'#');
        if (hash >= 0)
        {
            if (!Has(text[(hash + 1)..], Characters.Query, international, privateUse: false))
            {
                return false;
            }

            text = text[..hash];
        }

        int question = text.IndexOf((byte)'?');
        if (question >= 0)
        {
            if (!Has(text[(question + 1)..], Characters.Query, international, privateUse: true))
            {
                return false;
            }

            text = text[..question];
        }

        int colon = text.IndexOf((byte)':');
        int slash = text.IndexOf((byte)'/');
        bool hasScheme = colon >= 0 && (slash < 0 || colon < slash);
        if (hasScheme)
        {
            // A colon in the first segment makes it a scheme, in references as well.
            if (colon == 0 || !char.IsAsciiLetter((char)text[0]) || !Characters.Scheme.ContainsAll(text[..colon]))
            {
                return false;
            }

            text = text[(colon + 1)..];
        }

        if (needsScheme && !hasScheme)
        {
            return false;
        }

        if (text.StartsWith("//"u8))
        {
            text = text[2..];
            int end = text.IndexOf((byte)'/');
            if (!IsAuthority(end < 0 ? text : text[..end], international))
            {
                return false;
            }

            text = end < 0 ? [] : text[end..];
        }

        return Has(text, Characters.Path, international, privateUse: false);
    }

    private static bool IsAuthority(ReadOnlySpan<byte> authority, bool international)
    {
        int at = authority.IndexOf((byte)'@');
        if (at >= 0)
        {
            if (!Has(authority[..at], Characters.UserInfo, international, privateUse: false))
            {
                return false;
            }

            authority = authority[(at + 1)..];
        }

        ReadOnlySpan<byte> port = [];
        if (!authority.IsEmpty && authority[0] == '[')
        {
            int end = authority.IndexOf((byte)']');
            if (end < 0 || !IsLiteral(authority[1..end]))
            {
                return false;
            }

            port = authority[(end + 1)..];
            if (!port.IsEmpty && port[0] != ':')
            {
                return false;
            }
        }
        else
        {
            int colon = authority.IndexOf((byte)':');
            port = colon < 0 ? [] : authority[colon..];
            if (!Has(colon < 0 ? authority : authority[..colon], Characters.RegisteredName, international, privateUse: false))
            {
                return false;
            }
        }

        return port.IsEmpty || !port[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    /// <summary>What stands between brackets: an IPv6 address or one of a later version (RFC 3986, section 3.2.2).</summary>
    private static bool IsLiteral(ReadOnlySpan<byte> literal)
    {
        if (literal.IsEmpty || (literal[0] | 0x20) != 'v')
        {
            return AddressFormats.IsIPv6(literal);
        }

        int dot = literal.IndexOf((byte)'.');
        return dot > 1 && dot < literal.Length - 1 && Characters.HexDigits.ContainsAll(literal[1..dot])
            && Characters.UserInfo.ContainsAll(literal[(dot + 1)..]);
    }

    private static bool Has(ReadOnlySpan<byte> text, AsciiSet allowed, bool international, bool privateUse)
    {
        while (true)
        {
            int other = allowed.IndexOfOther(text);
            if (other < 0)
            {
                return true;
            }

            text = text[other..];
            if (Characters.IsPercentEncoded(text))
            {
                text = text[3..];
            }
            else if (international && text[0] >= 0x80 && Rune.DecodeFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done
                && IsInternational(rune.Value, privateUse))
            {
                text = text[length..];
            }
            else
            {
                return false;
            }
        }
    }

    /// <summary>ucschar, and iprivate in queries (RFC 3987, section 2.2).</summary>
    private static bool IsInternational(int c, bool privateUse) => c switch
    {
        < 0xA0 => false,
        < 0xE000 => true,
        < 0xF900 => privateUse,
        < 0xFDD0 => true,
        < 0xFDF0 => false,
        < 0xFFF0 => true,
        < 0x10000 => false,
        >= 0xF0000 => privateUse && (c & 0xFFFF) < 0xFFFE,
        >= 0xE0000 and < 0xE1000 => false,
        _ => (c & 0xFFFF) < 0xFFFE,
    };
}
