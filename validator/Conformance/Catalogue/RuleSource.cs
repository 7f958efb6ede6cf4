namespace Conformance.Catalogue;

/// <summary>A place in a document.</summary>
/// <param name="Document">The document: <c>MSC2783</c>, <c>RFC 8949</c>, <c>Matrix specification</c> …</param>
/// <param name="Section">The section, by its heading or number.</param>
/// <param name="Url">Where to read it; null when it has no address.</param>
public sealed record RuleSource(string Document, string Section, string? Url);
