namespace Conformance.Signatures.Keys;

/// <summary>Where a key is known from.</summary>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="File">Name of the file or archive member, safe to print.</param>
internal sealed record KeySource(KeySourceKind Kind, string File);
