using System.Collections.Immutable;

namespace Conformance.Comparison;

/// <summary>What an archive says of something in which it differs from another.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Name">Its name, from the outside in.</param>
/// <param name="Json">The value as canonical JSON; null when there is none, when JSON has no form for it, and when it is too long to be kept.</param>
internal sealed record FactDetail(FactKey Key, DifferenceKind Kind, ImmutableArray<string> Name, byte[]? Json);
