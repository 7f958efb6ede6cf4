using System.Buffers;

namespace Conformance.Events.Identifiers;

/// <summary>Names of room versions (Room versions, Room version grammar).</summary>
public static class RoomVersionId
{
    private static readonly SearchValues<byte> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-"u8);

    /// <summary>Checks a name of 1 to 32 characters of <c>a-z 0-9 . -</c>, whether or not there is such a version.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id) =>
        id.IsEmpty ? IdentifierFault.Empty
        : id.Length > 32 ? IdentifierFault.TooLong
        : id.ContainsAnyExcept(Characters) ? IdentifierFault.BadCharacter
        : IdentifierFault.None;
}
