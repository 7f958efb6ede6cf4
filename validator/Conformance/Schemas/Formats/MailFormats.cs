using System.Buffers;
using System.Text;

namespace Conformance.Schemas.Formats;

/// <summary>Mail addresses: Mailbox of RFC 5321, section 4.1.2, and with characters beyond ASCII of RFC 6531, section 3.3.</summary>
internal static class MailFormats
{
    private const int MaxLocalLength = 64;

    /// <summary>An address in ASCII.</summary>
    public static bool IsEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: false);

    /// <summary>An address that may have other characters.</summary>
    public static bool IsInternationalEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: true);

    private static bool IsMailbox(ReadOnlySpan<byte> text, bool international)
    {
        int at = text.LastIndexOf((byte)'@');
        if (at is < 1 or > MaxLocalLength)
        {
            return false;
        }

        ReadOnlySpan<byte> local = text[..at];
        bool localValid = local[0] == '"' ? IsQuoted(local, international) : IsDotted(local, international);
        return localValid && IsDomain(text[(at + 1)..], international);
    }

    private static bool IsDotted(ReadOnlySpan<byte> local, bool international)
    {
        bool afterDot = true;
        foreach (byte b in local)
        {
            if (b == '.' ? afterDot : !(Characters.Atom.Contains(b) || (international && b >= 0x80)))
            {
                return false;
            }

            afterDot = b == '.';
        }

        return !afterDot;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> local, bool international)
    {
        if (local.Length < 2 || local[^1] != '"')
        {
            return false;
        }

        ReadOnlySpan<byte> inner = local[1..^1];
        for (int i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\')
            {
                if (++i == inner.Length || inner[i] is < 0x20 or > 0x7E)
                {
                    return false;
                }
            }
            else if (inner[i] == '"' || inner[i] < 0x20 || inner[i] == 0x7F || (inner[i] >= 0x80 && !international))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<byte> domain, bool international)
    {
        if (domain.Length > 2 && domain[0] == '[' && domain[^1] == ']')
        {
            ReadOnlySpan<byte> literal = domain[1..^1];
            return literal.StartsWith("IPv6:"u8) ? AddressFormats.IsIPv6(literal[5..]) : AddressFormats.IsIPv4(literal);
        }

        return international ? IsInternationalDomain(domain) : AddressFormats.IsHostname(domain);
    }

    /// <summary>Labels of letters, digits, marks and hyphens in any script. Whether IDNA would allow each label is not checked.</summary>
    private static bool IsInternationalDomain(ReadOnlySpan<byte> domain)
    {
        if (domain.IsEmpty || domain.Length > 253 * 4)
        {
            return false;
        }

        bool afterBreak = true;
        byte last = 0;
        while (!domain.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(domain, out Rune rune, out int length) != OperationStatus.Done)
            {
                return false;
            }

            bool dot = rune.Value == '.';
            bool good = dot ? !afterBreak && last != '-'
                : rune.Value == '-' ? !afterBreak
                : rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value)
                : rune.Value >= 0xA0;
            if (!good)
            {
                return false;
            }

            afterBreak = dot;
            last = domain[0];
            domain = domain[length..];
        }

        return !afterBreak && last != '-';
    }
}
