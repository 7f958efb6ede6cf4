using System.Collections.Frozen;

namespace Conformance.Pipeline;

/// <summary>How much of what is found is kept.</summary>
/// <param name="PerRule">Findings kept of one rule; all are counted.</param>
/// <param name="Off">Rules that are switched off, whose findings are not even counted.</param>
internal sealed record FindingLimits(int PerRule, FrozenSet<string> Off)
{
    /// <summary>Different notes of things not checked that are kept.</summary>
    public const int MaxNotChecked = 200;

    public static FindingLimits Default { get; } = new(100, FrozenSet<string>.Empty);

    public bool IsOn(string rule) => Off.Count == 0 || !Off.Contains(rule);
}
