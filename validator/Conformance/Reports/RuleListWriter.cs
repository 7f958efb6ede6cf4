using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Policy;
using Profile = Conformance.Policy.Profile;

namespace Conformance.Reports;

/// <summary>Lists the catalogue.</summary>
public static class RuleListWriter
{
    /// <summary>The formats of the list.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", "json", "markdown"];

    /// <summary>Writes the list, as UTF-8.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="catalogue">The rules.</param>
    /// <param name="profile">Whose severities to show; <c>json</c> has those of all profiles.</param>
    /// <param name="output">Takes the bytes; stays open.</param>
    /// <param name="options">Width and colours of the text.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    public static void Write(string format, RuleCatalogue catalogue, Profile profile, Stream output, ReportOptions options)
    {
        switch (format)
        {
            case "text":
                WriteText(catalogue, profile, output, options);
                break;
            case "json":
                WriteJson(catalogue, output);
                break;
            case "markdown":
                output.Write(Encoding.UTF8.GetBytes(MarkdownTable(catalogue, profile)));
                break;
            default:
                throw new ArgumentException($"There is no format {format}.", nameof(format));
        }
    }

    /// <summary>The list as Markdown: a heading and a table for each area.</summary>
    internal static string MarkdownTable(RuleCatalogue catalogue, Profile profile)
    {
        var page = new StringBuilder();
        foreach ((RuleArea area, Rule[] rules) in ByArea(catalogue))
        {
            page.Append($"\n## {area.Id}: {Markdown.Text(area.Title)}\n\n| Rule | Name | Severity | Status | |\n|---|---|---|---|---|\n");
            foreach (Rule rule in rules)
            {
                page.Append($"| [{rule.Id}]({area.Id}.md#{RuleLinks.Anchor(rule)}) | {rule.Name} | {SeverityNames.Of(profile.SeverityOf(rule))} "
                    + $"| {ReportText.Status(rule.Status)} | {Markdown.Cell(rule.Title)} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(RuleArea Area, Rule[] Rules)> ByArea(RuleCatalogue catalogue) => catalogue.Areas
        .Select(area => (area, catalogue.Rules.Where(rule => rule.Area == area.Id).ToArray()))
        .Where(pair => pair.Item2.Length > 0);

    private static void WriteText(RuleCatalogue catalogue, Profile profile, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        writer.NewLine = "\n";
        var sheet = new ConsoleSheet(writer, options.Width, options.Color);
        foreach ((RuleArea area, Rule[] rules) in ByArea(catalogue))
        {
            sheet.Paragraph(0, 2, ($"{area.Id}: {area.Title}", Tone.Strong));
            foreach (Rule rule in rules)
            {
                sheet.Columns(2, (rule.Id, 8, Tone.Strong), (SeverityNames.Of(profile.SeverityOf(rule)), 9, Tone.Plain), ($"{rule.Name}: {rule.Title}", 0, Tone.Plain));
            }

            sheet.Gap();
        }

        sheet.Paragraph(0, 2, (
            $"{ReportText.Number(catalogue.Rules.Length)} rules; severities of the profile {profile.Name}. validate explain RULE explains one.", Tone.Plain));
    }

    private static void WriteJson(RuleCatalogue catalogue, Stream output)
    {
        ImmutableArray<Profile> profiles = RuleWords.Profiles();
        using (var json = new Utf8JsonWriter(output, ReportJson.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("rules");
            foreach (Rule rule in catalogue.Rules)
            {
                WriteRule(json, rule, profiles);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule, ImmutableArray<Profile> profiles)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("title", rule.Title);
        json.WriteString("status", ReportText.Status(rule.Status));
        json.WriteString("level", rule.Level);
        json.WriteStartObject("severity");
        foreach (Profile profile in profiles)
        {
            json.WriteString(profile.Name, SeverityNames.Of(profile.SeverityOf(rule)));
        }

        json.WriteEndObject();
        json.WriteStartArray("requirements");
        foreach (string requirement in rule.Requirements)
        {
            json.WriteStringValue(requirement);
        }

        json.WriteEndArray();
        json.WriteString("message", MessageText.Template(rule.Message));
        json.WriteString("why", rule.Why);
        json.WriteString("repair", rule.Repair);
        json.WriteString("bad", rule.Bad);
        json.WriteString("good", rule.Good);
        json.WriteStartArray("sources");
        foreach (RuleSource source in rule.Sources)
        {
            json.WriteStartObject();
            json.WriteString("document", source.Document);
            json.WriteString("section", source.Section);
            json.WriteOptional("url", source.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteOptional("contested", rule.Contested.Length > 0 ? rule.Contested : null);
        json.WriteEndObject();
    }
}
