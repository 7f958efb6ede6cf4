using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>SARIF 2.1.0, as code scanning services take it: one run, whatever the number of inputs.</summary>
internal sealed partial class SarifReportWriter : IReportWriter
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <inheritdoc />
    public string Format => "sarif";

    /// <inheritdoc />
    public string Description => "SARIF 2.1.0, for code scanning";

    /// <inheritdoc />
    public void Write(IReadOnlyList<ValidationReport> reports, Stream output, ReportOptions options)
    {
        Rule[] rules =
        [
            .. reports.SelectMany(report => report.Findings).Select(finding => finding.Rule)
                .DistinctBy(rule => rule.Id, StringComparer.Ordinal).OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        using (var json = new Utf8JsonWriter(output, ReportJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, options);
            WriteInvocation(json, reports);
            json.WriteString("columnKind", "unicodeCodePoints");
            json.WriteStartArray("results");
            foreach (ValidationReport report in reports)
            {
                foreach (AssessedFinding finding in report.Findings)
                {
                    WriteResult(json, report, finding, Array.FindIndex(rules, rule => rule.Id == finding.Rule.Id));
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<ValidationReport> reports)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteNumber("exitCode", ExitCodes.Of(reports));
        json.WriteStartArray("toolExecutionNotifications");
        foreach (ValidationReport report in reports)
        {
            foreach (NotChecked item in report.NotChecked)
            {
                json.WriteStartObject();
                json.WriteString("level", item.Decisive ? "warning" : "note");
                WriteMessage(json, "message", $"Not checked: {item.What}. {item.Cause}");
                WriteLocations(json, report, item.Location);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, ValidationReport report, AssessedFinding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity));
        string others = finding.Count > 1 ? $" (and {ReportText.Number(finding.Count - 1)} more of this rule)" : "";
        WriteMessage(json, "message", finding.Message + others);
        WriteLocations(json, report, finding.Location);
        json.WriteNumber("occurrenceCount", finding.Count);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("conformanceFingerprint/v1", finding.Fingerprint);
        json.WriteString("primaryLocationLineHash", $"{finding.Fingerprint}:1");
        json.WriteEndObject();
        if (finding.SuppressedBecause is { } reason)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteText("justification", reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (finding.Baseline is { } state)
        {
            json.WriteString("baselineState", state switch
            {
                BaselineState.New => "new",
                BaselineState.Unchanged => "unchanged",
                _ => "absent",
            });
        }

        json.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter json, ValidationReport report, Location location)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", ArtifactUri.Of(report.Input, location.Member));
        json.WriteEndObject();
        json.WriteStartObject("region");
        // Services that show lines ask for one; a member of an archive is seen as a single line.
        json.WriteNumber("startLine", 1);
        if (location.Offset is { } offset)
        {
            json.WriteNumber("byteOffset", offset);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        if (location.Pointer is not null || location.Room is not null || location.Event is not null)
        {
            json.WriteStartArray("logicalLocations");
            WriteLogical(json, "value", location.Pointer);
            WriteLogical(json, "room", location.Room);
            WriteLogical(json, "event", location.Event);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLogical(Utf8JsonWriter json, string kind, string? name)
    {
        if (name is not null)
        {
            json.WriteStartObject();
            json.WriteText("fullyQualifiedName", name);
            json.WriteString("kind", kind);
            json.WriteEndObject();
        }
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        string printable = ReportText.Printable(text);
        // SARIF reads [text](target) as a link (§3.11.6); what isn't meant as one is escaped, only where it could be read so.
        json.WriteText("text", !printable.Contains("](", StringComparison.Ordinal) ? printable : printable
            .Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("[", @"\[", StringComparison.Ordinal)
            .Replace("]", @"\]", StringComparison.Ordinal));
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
