using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Conformance.Suites.Harness.Targets;

/// <summary>A list of known divergences (<c>schemas/suites/divergences.schema.json</c>).</summary>
internal sealed record DivergenceFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required ImmutableArray<KnownDivergence> Divergences { get; init; }
}
