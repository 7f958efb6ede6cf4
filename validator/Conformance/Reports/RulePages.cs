using System.Collections.Immutable;
using System.Text;
using Conformance.Catalogue;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>The pages under <c>docs/rules/</c>, made from the catalogue.</summary>
public static class RulePages
{
    private const string Notice = "<!-- Made from the data under schemas/: change that, then run `dotnet run --project validator/Cli -- rule-pages docs/rules`. -->\n\n";

    /// <summary>All pages.</summary>
    /// <param name="catalogue">The rules and requirements.</param>
    /// <returns>File names in the folder, and contents with LF as line end.</returns>
    public static ImmutableArray<(string Path, string Content)> All(RuleCatalogue catalogue)
    {
        ImmutableArray<Profile> profiles = RuleWords.Profiles();
        return
        [
            ("README.md", Index(catalogue, profiles)),
            ("requirements.md", Requirements(catalogue)),
            .. catalogue.Areas
                .Where(area => catalogue.Rules.Any(rule => rule.Area == area.Id))
                .Select(area => ($"{area.Id}.md", Area(area, catalogue, profiles))),
        ];
    }

    private static string Index(RuleCatalogue catalogue, ImmutableArray<Profile> profiles)
    {
        var page = new StringBuilder("# Rules\n\n").Append(Notice);
        page.Append($"{ReportText.Number(catalogue.Rules.Length)} rules. `validate explain RULE` shows the same offline. "
            + "Which requirement is checked by which rules: [requirements](requirements.md). How to change severities: [configuration](../configuration.md).\n\n");
        page.Append("The severities below are those of the profile `spec`. The profiles:\n\n");
        foreach (Profile profile in profiles)
        {
            page.Append($"- `{profile.Name}`: {Markdown.Text(profile.Title)}. {Markdown.Text(profile.Description)}\n");
        }

        return page.Append(RuleListWriter.MarkdownTable(catalogue, profiles[0])).ToString();
    }

    private static string Area(RuleArea area, RuleCatalogue catalogue, ImmutableArray<Profile> profiles)
    {
        var page = new StringBuilder($"# {area.Id}: {Markdown.Text(area.Title)}\n\n").Append(Notice);
        foreach (Rule rule in catalogue.Rules.Where(rule => rule.Area == area.Id))
        {
            ExplainWriter.WriteMarkdown(rule, catalogue, profiles, page);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Requirements(RuleCatalogue catalogue)
    {
        var page = new StringBuilder("# Requirements and the rules that check them\n\n").Append(Notice);
        int tested = catalogue.Requirements.Count(requirement => !requirement.Rules.IsEmpty);
        page.Append($"{ReportText.Number(catalogue.Requirements.Length)} requirements, in this project's words; {ReportText.Number(tested)} are checked by rules, "
            + "and for each of the others it says why not.\n\n");
        page.Append("| Requirement | Level | Status | What it says | Where | Rules, or why none |\n|---|---|---|---|---|---|\n");
        foreach (Requirement requirement in catalogue.Requirements)
        {
            string rules = requirement.Rules.IsEmpty
                ? Markdown.Cell(requirement.Untested ?? "")
                : string.Join(", ", requirement.Rules.Select(id => $"[{id}]({id[..3]}.md#{id.ToLowerInvariant()})"));
            page.Append($"| <a id=\"{requirement.Id.ToLowerInvariant()}\"></a>{requirement.Id} | {Markdown.Cell(requirement.Level)} | {ReportText.Status(requirement.Status)} "
                + $"| {Markdown.Cell(requirement.Text)} | {Markdown.Cell(RuleWords.Source(requirement.Source))} | {rules} |\n");
        }

        return page.ToString();
    }
}
