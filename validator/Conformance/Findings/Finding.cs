using System.Collections.Immutable;

namespace Conformance.Findings;

/// <summary>One thing found, before any policy: which rule, where, and the values its message names.</summary>
/// <param name="Rule">The rule's id, as in the catalogue.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">The values for the message, in the order of the rule's choice.</param>
public sealed record Finding(string Rule, Location Location, ImmutableArray<Argument> Arguments)
{
    /// <summary>Position of the member in the run, which orders findings; the container itself comes first, with 0.</summary>
    public int MemberOrdinal { get; init; }

    /// <summary>A finding.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <param name="location">Where.</param>
    /// <param name="arguments">The values for the message.</param>
    /// <returns>The finding.</returns>
    public static Finding Of(string rule, Location location, params ReadOnlySpan<Argument> arguments) => new(rule, location, [.. arguments]);
}
