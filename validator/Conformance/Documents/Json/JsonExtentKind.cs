namespace Conformance.Documents.Json;

/// <summary>What <see cref="JsonExtent"/> looks for the end of.</summary>
internal enum JsonExtentKind : byte
{
    /// <summary>A map or an array.</summary>
    Container,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A string in single quotes.</summary>
    SingleQuoted,

    /// <summary>A numeral or a word, right or wrong.</summary>
    Token,

    /// <summary>What can't be read, up to the next comma or closing bracket.</summary>
    Junk,

    /// <summary>The same, up to an opening bracket too.</summary>
    JunkBeforeContainer,
}
