using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Reports;

/// <content>The tool and its rules.</content>
internal sealed partial class SarifReportWriter
{
    private const int MaxDescription = 1000;

    private static void WriteTool(Utf8JsonWriter json, Rule[] rules, ReportOptions options)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Conformance");
        json.WriteText("version", options.ToolVersion);
        json.WriteText("semanticVersion", options.ToolVersion);
        json.WriteStartArray("rules");
        foreach (Rule rule in rules)
        {
            WriteRule(json, rule, options);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule, ReportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        WriteText(json, "shortDescription", rule.Title);
        WriteText(json, "fullDescription", rule.Why.Length <= MaxDescription ? rule.Why : rule.Why[..MaxDescription] + "…");
        json.WriteStartObject("help");
        json.WriteText("text", $"{rule.Why}\n\nRepair: {rule.Repair}");
        json.WriteText("markdown", $"{rule.Why}\n\n**Repair:** {rule.Repair}\n\n`validate explain {rule.Id}` shows the source and examples.");
        json.WriteEndObject();
        json.WriteOptional("helpUri", RuleLinks.Of(rule, options));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("precision", "very-high");
        json.WriteString("problem.severity", rule.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "recommendation",
        });
        json.WriteStartArray("tags");
        json.WriteStringValue(rule.Area);
        json.WriteStringValue(ReportText.Status(rule.Status));
        foreach (string requirement in rule.Requirements.Take(15))
        {
            json.WriteStringValue(requirement);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteText("text", text);
        json.WriteEndObject();
    }
}
