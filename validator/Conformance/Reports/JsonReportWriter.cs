using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Reports;

/// <summary>The report for programs; its schema is <c>schemas/report/report.schema.json</c>.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    /// <inheritdoc />
    public string Format => "json";

    /// <inheritdoc />
    public string Description => "everything, for programs; schemas/report/report.schema.json describes it";

    /// <inheritdoc />
    public void Write(IReadOnlyList<ValidationReport> reports, Stream output, ReportOptions options)
    {
        using (var json = new Utf8JsonWriter(output, ReportJson.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("reportVersion", Baseline.ReportVersion);
            json.WriteStartObject("tool");
            json.WriteString("name", "conformance");
            json.WriteText("version", options.ToolVersion);
            json.WriteEndObject();
            if (reports is [ValidationReport only])
            {
                WriteReport(json, only);
            }
            else
            {
                json.WriteStartArray("reports");
                foreach (ValidationReport report in reports)
                {
                    json.WriteStartObject();
                    WriteReport(json, report);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteReport(Utf8JsonWriter json, ValidationReport report)
    {
        json.WriteStartObject("input");
        json.WriteText("name", report.Input);
        json.WriteText("kind", report.Kind);
        json.WriteText("container", report.Container);
        json.WriteEndObject();
        json.WriteText("profile", report.Profile);
        json.WriteString("failOn", ReportText.FailOn(report.FailOn));
        json.WriteString("verdict", ReportText.Verdict(report.Verdict));
        WriteSummary(json, report);

        json.WriteStartArray("findings");
        foreach (AssessedFinding finding in report.Findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteStartArray("notChecked");
        foreach (NotChecked item in report.NotChecked)
        {
            json.WriteStartObject();
            json.WriteText("what", item.What);
            json.WriteText("cause", item.Cause);
            json.WriteBoolean("decisive", item.Decisive);
            WriteLocation(json, item.Location);
            json.WriteNumber("count", item.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("statistics");
        foreach (Statistic statistic in report.Statistics)
        {
            json.WriteNumber(statistic.Name, statistic.Value);
        }

        json.WriteEndObject();
        WriteJoinCosts(json, report);
        if (report.Elapsed is { } elapsed)
        {
            json.WriteNumber("elapsedMilliseconds", (long)elapsed.TotalMilliseconds);
        }
    }

    private static void WriteJoinCosts(Utf8JsonWriter json, ValidationReport report)
    {
        if (report.JoinCosts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("joinCosts");
        foreach (JoinCost cost in report.JoinCosts)
        {
            json.WriteStartObject();
            json.WriteString("stateProfile", StateProfiles.NameOf(cost.Profile));
            json.WriteNumber("stateEvents", cost.StateEvents);
            json.WriteNumber("members", cost.Members);
            json.WriteNumber("authChainEvents", cost.ChainEvents);
            json.WriteNumber("events", cost.Events);
            json.WriteNumber("bytes", cost.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, ValidationReport report)
    {
        var summary = ReportSummary.Of(report);
        json.WriteStartObject("summary");
        json.WriteNumber("error", summary.Errors);
        json.WriteNumber("warning", summary.Warnings);
        json.WriteNumber("info", summary.Infos);
        json.WriteNumber("suppressed", summary.Suppressed);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("fixed", summary.Fixed);
        json.WriteStartArray("rules");
        foreach (RuleCount count in report.RuleCounts)
        {
            json.WriteStartObject();
            json.WriteString("rule", count.Rule.Id);
            json.WriteString("name", count.Rule.Name);
            json.WriteString("severity", SeverityNames.Of(count.Severity));
            json.WriteNumber("count", count.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, AssessedFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Name);
        json.WriteString("severity", SeverityNames.Of(finding.Severity));
        WriteRequirement(json, finding.Rule.Requirements);
        json.WriteString("status", ReportText.Status(finding.Rule.Status));
        json.WriteText("message", finding.Message);
        json.WriteStartObject("arguments");
        foreach (Argument argument in finding.Arguments.DistinctBy(argument => argument.Name))
        {
            json.WriteText(argument.Name, argument.Value);
        }

        json.WriteEndObject();
        WriteLocation(json, finding.Location);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteNumber("count", finding.Count);
        json.WriteOptional("suppressed", finding.SuppressedBecause);
        json.WriteOptional("baseline", finding.Baseline is { } state ? ReportText.Baseline(state) : null);
        json.WriteEndObject();
    }

    private static void WriteRequirement(Utf8JsonWriter json, ImmutableArray<string> requirements)
    {
        json.WriteStartArray("requirement");
        foreach (string requirement in requirements)
        {
            json.WriteStringValue(requirement);
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject("location");
        json.WriteOptional("member", location.Member);
        if (location.Offset is { } offset)
        {
            json.WriteNumber("offset", offset);
        }

        json.WriteOptional("pointer", location.Pointer);
        json.WriteOptional("room", location.Room);
        json.WriteOptional("event", location.Event);
        json.WriteEndObject();
    }
}
