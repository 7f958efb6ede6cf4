namespace Conformance.Schemas.Evaluating;

/// <summary>One step of an evaluation path: a keyword and, where it has several schemas, which by name or position.</summary>
internal readonly record struct PathStep(string Keyword, string? Name, int Index);
