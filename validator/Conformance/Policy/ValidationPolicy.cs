using System.Collections.Frozen;
using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Policy;

/// <summary>All that decides what findings come to, in one run. Immutable.</summary>
public sealed record ValidationPolicy
{
    /// <summary>The profile.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The severity of each rule, by id.</summary>
    public required IReadOnlyDictionary<string, Severity> Severities { get; init; }

    /// <summary>The lowest severity that makes a run invalid.</summary>
    public FailOn FailOn { get; init; }

    /// <summary>Findings that are accepted.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>The configuration file that the suppressions stand in, as messages name it; null without one.</summary>
    public string? ConfigurationName { get; init; }

    /// <summary>The limits.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>The earlier report to compare with; null without one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The day of the run (UTC), for suppressions that end.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The severity of a rule in this run.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The severity; <see cref="Severity.Off"/> when it is switched off.</returns>
    public Severity SeverityOf(Rule rule) => Severities.TryGetValue(rule.Id, out Severity severity) ? severity : rule.Severity;

    /// <summary>A policy with nothing but a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="catalogue">The rules.</param>
    /// <param name="clock">Tells the day.</param>
    /// <returns>The policy.</returns>
    public static ValidationPolicy Of(Profile profile, RuleCatalogue catalogue, TimeProvider clock) => new()
    {
        Profile = profile,
        Severities = new RuleSeverities(catalogue, profile),
        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
    };

    /// <summary>How much of what is found is kept, and which rules are off.</summary>
    internal FindingLimits ForFindings() => new((int)Limits["findings"], Off().ToFrozenSet(StringComparer.Ordinal));

    private List<string> Off()
    {
        var off = new List<string>();
        foreach (string rule in Severities.Keys)
        {
            if (Severities[rule] == Severity.Off)
            {
                off.Add(rule);
            }
        }

        return off;
    }
}
