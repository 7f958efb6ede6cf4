namespace Conformance.Events.Identifiers;

/// <summary>Why text is not the identifier it should be (Matrix specification, Appendices, Identifier Grammar).</summary>
public enum IdentifierFault : byte
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>It is longer than its limit in bytes.</summary>
    TooLong,

    /// <summary>The first character isn't the one that marks this kind of identifier.</summary>
    WrongSigil,

    /// <summary>There is no colon with a server name behind.</summary>
    NoServer,

    /// <summary>The part before the colon holds U+0000.</summary>
    BadLocalpart,

    /// <summary>The text isn't valid UTF-8.</summary>
    BadUtf8,

    /// <summary>The host of the server name is no DNS name, IPv4 address or bracketed IPv6 address.</summary>
    BadHost,

    /// <summary>What follows the host isn't a port of one to five digits.</summary>
    BadPort,

    /// <summary>A hash isn't 43 characters long.</summary>
    BadHashLength,

    /// <summary>A character is outside of the alphabet.</summary>
    BadCharacter,

    /// <summary>There is a server name where the room version has none.</summary>
    UnexpectedServer,
}
