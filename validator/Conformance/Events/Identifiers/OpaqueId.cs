using System.Buffers;

namespace Conformance.Events.Identifiers;

/// <summary>Opaque identifiers, as of devices and transactions (Appendices, Opaque Identifiers).</summary>
public static class OpaqueId
{
    private static readonly SearchValues<byte> Characters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~"u8);

    /// <summary>Checks an identifier of 1 to 255 characters of <c>0-9 A-Z a-z - . _ ~</c>.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id) =>
        id.IsEmpty ? IdentifierFault.Empty
        : id.Length > 255 ? IdentifierFault.TooLong
        : id.ContainsAnyExcept(Characters) ? IdentifierFault.BadCharacter
        : IdentifierFault.None;
}
