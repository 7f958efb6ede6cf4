using System.Buffers;

namespace Conformance.Events.Identifiers;

/// <summary>Namespaced identifiers (Appendices, Common Namespaced Identifier Grammar).</summary>
public static class NamespacedId
{
    private static readonly SearchValues<byte> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    /// <summary>Checks an identifier of 1 to 255 characters of <c>a-z 0-9 - _ .</c> that starts with a letter.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id) =>
        id.IsEmpty ? IdentifierFault.Empty
        : id.Length > 255 ? IdentifierFault.TooLong
        : id[0] is < (byte)'a' or > (byte)'z' || id.ContainsAnyExcept(Characters) ? IdentifierFault.BadCharacter
        : IdentifierFault.None;
}
