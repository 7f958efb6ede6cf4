using System.Collections.Immutable;

namespace Conformance.Profiles.Federation.Media;

/// <summary>A body of type <c>multipart/…</c>, taken apart.</summary>
/// <param name="Parts">The first parts, in order.</param>
/// <param name="Count">How many parts there are, those that aren't kept too.</param>
/// <param name="IsClosed">Whether the last part ends with the closing delimiter.</param>
internal sealed record MultipartBody(ImmutableArray<MultipartPart> Parts, int Count, bool IsClosed);
