using System.Collections.Immutable;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>What a run knows of itself, beside what it found.</summary>
/// <param name="Input">The input as the user named it.</param>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Container">The container's format.</param>
/// <param name="Statistics">What was read.</param>
/// <param name="Elapsed">How long it took; null unless times were asked for.</param>
internal sealed record RunFacts(string Input, string Kind, string Container, ImmutableArray<Statistic> Statistics, TimeSpan? Elapsed = null);
