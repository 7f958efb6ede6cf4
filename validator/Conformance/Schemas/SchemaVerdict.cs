namespace Conformance.Schemas;

/// <summary>What an evaluation came to.</summary>
public enum SchemaVerdict
{
    /// <summary>The instance is valid against the schema.</summary>
    Valid,

    /// <summary>The instance is invalid.</summary>
    Invalid,

    /// <summary>A limit was reached before the answer was known, and nothing else was found wrong.</summary>
    Undetermined,
}
