using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>An earlier report, to tell new findings from known ones.</summary>
/// <param name="Name">The file as messages name it.</param>
/// <param name="Runs">Its inputs.</param>
public sealed record Baseline(string Name, ImmutableArray<BaselineRun> Runs)
{
    /// <summary>The version of the JSON report that is read and written.</summary>
    internal const int ReportVersion = 1;

    /// <summary>What the report says of an input: by its name, or else the only input it has.</summary>
    /// <param name="input">The input's name.</param>
    /// <returns>The run, or null.</returns>
    public BaselineRun? For(string input) => Runs.FirstOrDefault(run => run.Input == input) ?? (Runs is [BaselineRun only] ? only : null);

    /// <summary>Reads a JSON report.</summary>
    /// <param name="name">The file as messages are to name it.</param>
    /// <param name="content">Its bytes.</param>
    /// <returns>The baseline, or what is wrong with it.</returns>
    public static Parsed<Baseline> Read(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("reportVersion", out JsonElement version))
            {
                return Failed(name, "this is no report of ours: make one with --report json=FILE");
            }

            if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number != ReportVersion)
            {
                return Failed(name, string.Create(CultureInfo.InvariantCulture,
                    $"the report's version is {Quoting.Safe(version.GetRawText())}, this program reads {ReportVersion}: make the baseline again with --report json=FILE"));
            }

            return Parsed<Baseline>.Of(new Baseline(name, root.TryGetProperty("reports", out JsonElement reports)
                ? [.. reports.EnumerateArray().Select(ReadRun)]
                : [ReadRun(root)]));
        }
        catch (JsonException)
        {
            return Failed(name, "this is no JSON: make a baseline with --report json=FILE");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Failed(name, "this report is damaged: make the baseline again with --report json=FILE");
        }
    }

    private static Parsed<Baseline> Failed(string name, string message) => Parsed<Baseline>.Failed(new ConfigurationProblem(name, null, message));

    private static BaselineRun ReadRun(JsonElement report) => new(
        report.GetProperty("input").GetProperty("name").GetString()!,
        [.. report.GetProperty("findings").EnumerateArray().Where(finding => OptionalText(finding, "baseline") != "fixed").Select(ReadFinding)],
        report.GetProperty("summary").GetProperty("rules").EnumerateArray().ToFrozenDictionary(
            rule => rule.GetProperty("rule").GetString()!, rule => rule.GetProperty("count").GetInt64(), StringComparer.Ordinal));

    private static BaselineFinding ReadFinding(JsonElement finding)
    {
        JsonElement location = finding.GetProperty("location");
        return new BaselineFinding(
            finding.GetProperty("rule").GetString()!,
            finding.GetProperty("fingerprint").GetString()!,
            finding.GetProperty("message").GetString()!,
            new Location(
                OptionalText(location, "member"),
                location.TryGetProperty("offset", out JsonElement offset) ? offset.GetInt64() : null,
                OptionalText(location, "pointer"),
                OptionalText(location, "room"),
                OptionalText(location, "event")),
            [.. finding.GetProperty("arguments").EnumerateObject().Select(argument => new Argument(argument.Name, argument.Value.GetString()!))]);
    }

    private static string? OptionalText(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
