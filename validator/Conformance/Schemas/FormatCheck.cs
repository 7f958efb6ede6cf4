namespace Conformance.Schemas;

/// <summary>Checks whether a text has a format. Must be pure, safe for several threads, and linear in the length.</summary>
/// <param name="text">The text in UTF-8.</param>
/// <returns>True when it has.</returns>
public delegate bool FormatCheck(ReadOnlySpan<byte> text);
