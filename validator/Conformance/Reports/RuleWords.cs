using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>What the catalogue says of a rule, in words that the text and the pages share.</summary>
internal static class RuleWords
{
    /// <summary>All profiles.</summary>
    public static ImmutableArray<Profile> Profiles() => [.. Profile.Names.Select(name => Profile.Find(name)!)];

    /// <summary>The severity by profile: <c>error</c>, or <c>error (spec, strict), info (importer)</c> where they differ.</summary>
    public static string Severities(Rule rule, ImmutableArray<Profile> profiles)
    {
        var groups = profiles.GroupBy(profile => profile.SeverityOf(rule)).ToList();
        return groups is [var single]
            ? SeverityNames.Of(single.Key)
            : string.Join(", ", groups.Select(group => $"{SeverityNames.Of(group.Key)} ({string.Join(", ", group.Select(profile => profile.Name))})"));
    }

    /// <summary>What a status means.</summary>
    public static string Meaning(RuleStatus status) => status switch
    {
        RuleStatus.Spec => "the document says so",
        RuleStatus.Implied => "follows from the document, which doesn't say it in a sentence of its own",
        RuleStatus.Open => "the document leaves it open; never an error unless a profile is stricter than the document",
        RuleStatus.Review => "raised in review only: advice",
        RuleStatus.Contested => "the document, servers and reviewers disagree; only the profile strict fails on it",
        _ => "this project's own: for the safety of readers, or as advice",
    };

    /// <summary>A source in one line, without its address.</summary>
    public static string Source(RuleSource source) => source.Section.Length == 0 ? source.Document : $"{source.Document}, {source.Section}";

    /// <summary>The requirements that a rule checks, as far as the ledger has them.</summary>
    public static IEnumerable<Requirement> Requirements(Rule rule, RuleCatalogue catalogue) =>
        rule.Requirements.Select(id => catalogue.Requirements.FirstOrDefault(requirement => requirement.Id == id)).OfType<Requirement>();

    /// <summary>Level and status of a requirement: <c>MUST, spec</c>, or the status alone where there is no keyword.</summary>
    public static string Standing(Requirement requirement) => requirement.Level is "-" or "–" or ""
        ? ReportText.Status(requirement.Status)
        : $"{requirement.Level}, {ReportText.Status(requirement.Status)}";
}
