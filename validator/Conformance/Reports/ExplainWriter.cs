using System.Collections.Immutable;
using System.Text;
using Conformance.Catalogue;
using Conformance.Policy;
using Profile = Conformance.Policy.Profile;

namespace Conformance.Reports;

/// <summary>Explains one rule: why it exists, where it comes from, a bad and a good example, how to repair.</summary>
public static class ExplainWriter
{
    /// <summary>Writes the rule for a terminal, as UTF-8.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="catalogue">Its catalogue, for the texts of requirements.</param>
    /// <param name="output">Takes the bytes; stays open.</param>
    /// <param name="options">Width and colours.</param>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    public static void Write(Rule rule, RuleCatalogue catalogue, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        writer.NewLine = "\n";
        var sheet = new ConsoleSheet(writer, options.Width, options.Color);
        sheet.Paragraph(0, 2, (rule.Id, Tone.Strong), ($" {rule.Name}", Tone.Strong));
        sheet.Paragraph(0, 2, (rule.Title, Tone.Plain));
        sheet.Gap();
        sheet.Paragraph(0, 10, ("Severity:", Tone.Strong), ($" {RuleWords.Severities(rule, RuleWords.Profiles())}", Tone.Plain));
        sheet.Paragraph(0, 10, ("Status:", Tone.Strong), ($"   {ReportText.Status(rule.Status)}: {RuleWords.Meaning(rule.Status)}", Tone.Plain));
        Section(sheet, "Message", MessageText.Template(rule.Message));
        Section(sheet, "Why", rule.Why);
        Section(sheet, "Repair", rule.Repair);
        Example(sheet, "Breaks the rule", rule.Bad);
        Example(sheet, "Keeps it", rule.Good);
        if (rule.Contested.Length > 0)
        {
            Section(sheet, "Who does what", rule.Contested);
        }

        ImmutableArray<Requirement> requirements = [.. RuleWords.Requirements(rule, catalogue)];
        if (!requirements.IsEmpty)
        {
            sheet.Gap();
            sheet.Paragraph(0, 2, ("Requirements", Tone.Strong));
            foreach (Requirement requirement in requirements)
            {
                sheet.Paragraph(2, 4, ($"{requirement.Id} ({RuleWords.Standing(requirement)}): {requirement.Text}", Tone.Plain));
            }
        }

        sheet.Gap();
        sheet.Paragraph(0, 2, ("Sources", Tone.Strong));
        foreach (RuleSource source in rule.Sources)
        {
            sheet.Paragraph(2, 4, (RuleWords.Source(source), Tone.Plain));
            if (source.Url is { } url)
            {
                sheet.Verbatim(4, url);
            }
        }

        sheet.Gap();
        sheet.Paragraph(0, 2, ($"--rule {rule.Id}=off|info|warning|error changes its weight; conformance.json can accept single findings.", Tone.Plain));
    }

    /// <summary>What to say of an id that no rule has.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="catalogue">The rules there are.</param>
    /// <returns>The rule, or a problem in one line.</returns>
    public static Parsed<Rule> Find(string text, RuleCatalogue catalogue) =>
        RuleSelector.IsArea(text) || RuleSelector.Select(catalogue, text) is not [Rule rule]
            ? Parsed<Rule>.Failed(new ConfigurationProblem("explain", null, RuleSelector.Unknown(catalogue, text)))
            : Parsed<Rule>.Of(rule);

    /// <summary>The rule as a section of Markdown, with an anchor of its id.</summary>
    internal static void WriteMarkdown(Rule rule, RuleCatalogue catalogue, ImmutableArray<Profile> profiles, StringBuilder page)
    {
        page.Append($"<a id=\"{RuleLinks.Anchor(rule)}\"></a>\n\n## {rule.Id} {rule.Name}\n\n");
        page.Append($"{Markdown.Text(rule.Title)}\n\n");
        page.Append($"- **Severity:** {RuleWords.Severities(rule, profiles)}\n");
        page.Append($"- **Status:** {ReportText.Status(rule.Status)} ({RuleWords.Meaning(rule.Status)})\n");
        page.Append($"- **Message:** {Markdown.Text(MessageText.Template(rule.Message))}\n\n");
        page.Append($"{Markdown.Text(rule.Why)}\n\n**Repair:** {Markdown.Text(rule.Repair)}\n\n");
        page.Append($"Breaks the rule:\n\n{Markdown.Block(rule.Bad)}\n\nKeeps it:\n\n{Markdown.Block(rule.Good)}\n\n");
        if (rule.Contested.Length > 0)
        {
            page.Append($"**Who does what:** {Markdown.Text(rule.Contested)}\n\n");
        }

        foreach (Requirement requirement in RuleWords.Requirements(rule, catalogue))
        {
            page.Append($"- [{requirement.Id}](requirements.md#{requirement.Id.ToLowerInvariant()}) ({RuleWords.Standing(requirement)}): {Markdown.Text(requirement.Text)}\n");
        }

        foreach (RuleSource source in rule.Sources)
        {
            string text = Markdown.Text(RuleWords.Source(source));
            page.Append(source.Url is { } url ? $"- Source: [{text}](<{url}>)\n" : $"- Source: {text}\n");
        }

        page.Append('\n');
    }

    private static void Section(ConsoleSheet sheet, string title, string text)
    {
        sheet.Gap();
        sheet.Paragraph(0, 2, (title, Tone.Strong));
        foreach (string paragraph in text.Split('\n'))
        {
            sheet.Paragraph(2, 2, (ReportText.Printable(paragraph), Tone.Plain));
        }
    }

    private static void Example(ConsoleSheet sheet, string title, string text)
    {
        sheet.Gap();
        sheet.Paragraph(0, 2, (title, Tone.Strong));
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            sheet.Verbatim(2, ReportText.Printable(line));
        }
    }
}
