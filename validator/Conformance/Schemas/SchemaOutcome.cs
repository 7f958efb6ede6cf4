namespace Conformance.Schemas;

/// <summary>The sum of an evaluation.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Violations">How many violations were handed over, causes under a summary too.</param>
/// <param name="Dropped">How many more there were than <see cref="SchemaOptions.MaxViolations"/> allows to keep.</param>
public readonly record struct SchemaOutcome(SchemaVerdict Verdict, int Violations, long Dropped);
