using System.Text.Unicode;

namespace Conformance.Events.Identifiers;

/// <summary>The form that user IDs, room aliases, and some room and event IDs share: a sigil, a localpart, a colon, a server name.</summary>
internal static class DomainIdentifier
{
    /// <summary>The longest identifier, in bytes, with sigil and server name.</summary>
    public const int MaxLength = 255;

    public static IdentifierFault Check(ReadOnlySpan<byte> id, byte sigil)
    {
        if (id.IsEmpty)
        {
            return IdentifierFault.Empty;
        }

        if (id[0] != sigil)
        {
            return IdentifierFault.WrongSigil;
        }

        int colon = id.IndexOf((byte)':');
        if (colon < 0 || colon == id.Length - 1)
        {
            return IdentifierFault.NoServer;
        }

        ReadOnlySpan<byte> localpart = id[1..colon];
        if (localpart.Contains((byte)0))
        {
            return IdentifierFault.BadLocalpart;
        }

        if (localpart.ContainsAnyInRange((byte)0x80, (byte)0xff) && !Utf8.IsValid(localpart))
        {
            return IdentifierFault.BadUtf8;
        }

        return id.Length > MaxLength ? IdentifierFault.TooLong : ServerName.Check(id[(colon + 1)..]);
    }

    public static ReadOnlySpan<byte> Localpart(ReadOnlySpan<byte> id)
    {
        int colon = id.IndexOf((byte)':');
        return colon < 1 ? default : id[1..colon];
    }

    public static ReadOnlySpan<byte> Server(ReadOnlySpan<byte> id)
    {
        int colon = id.IndexOf((byte)':');
        return colon < 0 ? default : id[(colon + 1)..];
    }
}
