namespace Conformance.Schemas.Patterns;

/// <summary>What a match came to.</summary>
internal enum PatternResult
{
    NoMatch,
    Match,
    Undetermined,
}
