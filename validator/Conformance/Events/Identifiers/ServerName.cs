using System.Buffers;

namespace Conformance.Events.Identifiers;

/// <summary>Server names: a host and an optional port (Appendices, Server Name).</summary>
public static class ServerName
{
    /// <summary>The length that the specification recommends not to exceed, in bytes.</summary>
    public const int RecommendedLength = 230;

    private static readonly SearchValues<byte> DnsCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-."u8);

    private static readonly SearchValues<byte> Ipv6Characters = SearchValues.Create("0123456789ABCDEFabcdef:."u8);

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    /// <summary>Checks a server name.</summary>
    /// <param name="name">The text in UTF-8.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return IdentifierFault.Empty;
        }

        ReadOnlySpan<byte> rest;
        if (name[0] == (byte)'[')
        {
            int close = name.IndexOf((byte)']');
            if (close < 0 || !IsIpv6(name[1..close]))
            {
                return IdentifierFault.BadHost;
            }

            rest = name[(close + 1)..];
        }
        else
        {
            int end = name.IndexOfAnyExcept(DnsCharacters);
            if (end < 0)
            {
                return name.Length <= 255 ? IdentifierFault.None : IdentifierFault.TooLong;
            }

            if (end == 0 || name[end] != (byte)':')
            {
                return IdentifierFault.BadHost;
            }

            if (end > 255)
            {
                return IdentifierFault.TooLong;
            }

            rest = name[end..];
        }

        if (rest.IsEmpty)
        {
            return IdentifierFault.None;
        }

        return rest[0] == (byte)':' && rest.Length is >= 2 and <= 6 && !rest[1..].ContainsAnyExcept(Digits)
            ? IdentifierFault.None
            : IdentifierFault.BadPort;
    }

    // Characters and length by the grammar, then the shape of RFC 3513 §2.2, which the prose asks for.
    private static bool IsIpv6(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 2 or > 45 || text.ContainsAnyExcept(Ipv6Characters))
        {
            return false;
        }

        Span<char> characters = stackalloc char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            characters[i] = (char)text[i];
        }

        return System.Net.IPAddress.TryParse(characters, out System.Net.IPAddress? address)
            && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
    }
}
