namespace Conformance.Schemas.Patterns;

/// <summary>A set of characters that stands a number of times in a row.</summary>
internal sealed record PatternElement(CharacterSet Set, int Min, int Max);
