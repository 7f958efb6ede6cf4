using System.Buffers;

namespace Conformance.Events.Identifiers;

/// <summary>User IDs: <c>@localpart:server</c> (Appendices, User Identifiers).</summary>
public static class UserId
{
    private static readonly SearchValues<byte> StrictCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._=-/+"u8);

    /// <summary>Checks a user ID as events must be accepted: with a localpart of the historical grammar.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>What is wrong. <see cref="IdentifierFault.BadHost"/> and <see cref="IdentifierFault.BadPort"/> speak of the server name only.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id) => DomainIdentifier.Check(id, (byte)'@');

    /// <summary>Tells which grammar the localpart of a user ID keeps to.</summary>
    /// <param name="id">A user ID that <see cref="Check"/> accepted.</param>
    /// <returns>The grammar.</returns>
    public static UserIdGrammar Grammar(ReadOnlySpan<byte> id)
    {
        ReadOnlySpan<byte> localpart = DomainIdentifier.Localpart(id);
        if (localpart.IsEmpty || localpart.ContainsAnyExceptInRange((byte)0x21, (byte)0x7e))
        {
            return UserIdGrammar.NonCompliant;
        }

        return localpart.ContainsAnyExcept(StrictCharacters) ? UserIdGrammar.Historical : UserIdGrammar.Strict;
    }

    /// <summary>The server name of a user ID.</summary>
    /// <param name="id">The user ID.</param>
    /// <returns>What follows the first colon; empty when there is none.</returns>
    public static ReadOnlySpan<byte> Server(ReadOnlySpan<byte> id) => DomainIdentifier.Server(id);
}
