namespace Conformance.Events.Identifiers;

/// <summary>Room aliases: <c>#localpart:server</c> (Appendices, Room Aliases).</summary>
public static class RoomAlias
{
    /// <summary>Checks a room alias.</summary>
    /// <param name="alias">The text in UTF-8.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> alias) => DomainIdentifier.Check(alias, (byte)'#');

    /// <summary>The server name of an alias.</summary>
    /// <param name="alias">The alias.</param>
    /// <returns>What follows the first colon; empty when there is none.</returns>
    public static ReadOnlySpan<byte> Server(ReadOnlySpan<byte> alias) => DomainIdentifier.Server(alias);
}
