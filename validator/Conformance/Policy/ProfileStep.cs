using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>One step of a profile: which rules, and between which severities theirs is moved.</summary>
/// <param name="Statuses">The statuses of the rules that it concerns; empty for any.</param>
/// <param name="Levels">The requirement levels of the rules that it concerns; empty for any.</param>
/// <param name="AtLeast">The least severity they have after it. A rule that is off stays off.</param>
/// <param name="AtMost">The greatest severity they have after it.</param>
public sealed record ProfileStep(ImmutableArray<RuleStatus> Statuses, ImmutableArray<string> Levels, Severity AtLeast, Severity AtMost)
{
    /// <summary>Applies the step.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">Its severity before the step.</param>
    /// <returns>Its severity after the step.</returns>
    public Severity Apply(Rule rule, Severity severity)
    {
        bool concerned = (Statuses.IsEmpty || Statuses.Contains(rule.Status)) && (Levels.IsEmpty || Levels.Contains(rule.Level));
        if (!concerned || severity == Severity.Off)
        {
            return severity;
        }

        Severity raised = severity < AtLeast ? AtLeast : severity;
        return raised > AtMost ? AtMost : raised;
    }

    /// <summary>Reads a step of a profile file.</summary>
    internal static ProfileStep Parse(JsonElement json) => new(
        json.TryGetProperty("statuses", out JsonElement statuses)
            ? [.. statuses.EnumerateArray().Select(status => Enum.Parse<RuleStatus>(status.GetString()!, ignoreCase: true))]
            : [],
        json.TryGetProperty("levels", out JsonElement levels) ? [.. levels.EnumerateArray().Select(level => level.GetString()!)] : [],
        json.TryGetProperty("atLeast", out JsonElement least) ? Read(least) : Severity.Off,
        json.TryGetProperty("atMost", out JsonElement most) ? Read(most) : Severity.Error);

    private static Severity Read(JsonElement json) =>
        SeverityNames.TryParse(json.GetString(), out Severity severity) ? severity : throw new FormatException($"{json} is no severity.");
}
