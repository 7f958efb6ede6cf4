using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Documents;
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
    internal static ProfileStep Read(Node json)
    {
        Node list = json.Get("statuses"u8);
        ImmutableArray<RuleStatus>.Builder statuses = ImmutableArray.CreateBuilder<RuleStatus>(list.Count);
        foreach (Node status in list.Elements())
        {
            statuses.Add(CatalogueJson.Status(status));
        }

        Node least = json.Get("atLeast"u8);
        Node most = json.Get("atMost"u8);
        return new ProfileStep(
            statuses.MoveToImmutable(),
            CatalogueJson.Texts(json.Get("levels"u8)),
            least.Exists ? CatalogueJson.Severity(least) : Severity.Off,
            most.Exists ? CatalogueJson.Severity(most) : Severity.Error);
    }
}
