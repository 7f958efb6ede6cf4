using Conformance.Events.Identifiers;

namespace Conformance.Events.Rules;

/// <summary>What is wrong with an identifier, in words for messages.</summary>
internal static class IdentifierText
{
    public static string Of(IdentifierFault fault) => fault switch
    {
        IdentifierFault.None => "nothing",
        IdentifierFault.Empty => "it is empty",
        IdentifierFault.TooLong => "it is too long",
        IdentifierFault.WrongSigil => "it begins with the wrong character",
        IdentifierFault.NoServer => "it has no server name",
        IdentifierFault.BadLocalpart => "it holds U+0000",
        IdentifierFault.BadUtf8 => "it is no valid UTF-8",
        IdentifierFault.BadHost => "its server name has no valid host",
        IdentifierFault.BadPort => "its server name has no valid port",
        IdentifierFault.BadHashLength => "it isn't 44 characters long",
        IdentifierFault.BadCharacter => "it holds a character outside of its alphabet",
        _ => "it has a server name, which this room version doesn't have",
    };
}
