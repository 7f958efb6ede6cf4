using System.Buffers;

namespace Conformance.Events.Identifiers;

/// <summary>The form that later event and room IDs share: a sigil and 32 bytes in unpadded Base64, 44 characters in all.</summary>
internal static class HashIdentifier
{
    public const int Length = 44;

    private static readonly SearchValues<byte> Standard = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    private static readonly SearchValues<byte> UrlSafe = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    public static IdentifierFault Check(ReadOnlySpan<byte> id, byte sigil, bool urlSafe)
    {
        if (id.IsEmpty)
        {
            return IdentifierFault.Empty;
        }

        if (id[0] != sigil)
        {
            return IdentifierFault.WrongSigil;
        }

        if (id.Length != Length)
        {
            return id.Length > DomainIdentifier.MaxLength ? IdentifierFault.TooLong
                : id.Contains((byte)':') ? IdentifierFault.UnexpectedServer
                : IdentifierFault.BadHashLength;
        }

        return id[1..].ContainsAnyExcept(urlSafe ? UrlSafe : Standard) ? IdentifierFault.BadCharacter : IdentifierFault.None;
    }
}
