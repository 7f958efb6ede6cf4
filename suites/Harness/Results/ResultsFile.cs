using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Suites.Harness.Results;

/// <summary>Writes results as JSON (<c>schemas/suites/results.schema.json</c>).</summary>
public static class ResultsFile
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them.</summary>
    /// <param name="results">The results.</param>
    public static byte[] Write(SuiteResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", 1);
            writer.WriteString("suite", results.Suite);
            writer.WriteString("started", results.Started);
            writer.WriteNumber("seconds", Seconds(results.Took));
            writer.WriteString("engine", results.Engine);
            writer.WriteString("outcome", NameOf(results.Outcome));
            writer.WriteStartObject("counts");
            foreach (Outcome outcome in Enum.GetValues<Outcome>())
            {
                writer.WriteNumber(NameOf(outcome), results.Results.Count(result => result.Outcome == outcome && result.Divergence is null));
            }

            writer.WriteNumber("knownDivergence", results.Results.Count(result => result.Divergence is not null));
            writer.WriteEndObject();
            writer.WriteStartArray("targets");
            foreach (TargetFacts target in results.Targets)
            {
                writer.WriteStartObject();
                writer.WriteString("name", target.Name);
                writer.WriteString("title", target.Title);
                writer.WriteString("software", target.Software);
                writer.WriteString("version", target.Version);
                if (target.StartedIn is { } time)
                {
                    writer.WriteNumber("startSeconds", Seconds(time));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("results");
            foreach (ScenarioResult result in results.Results)
            {
                WriteResult(writer, result);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>An outcome's name in files.</summary>
    /// <param name="outcome">The outcome.</param>
    internal static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Disabled => "disabled",
        Outcome.Skip => "skip",
        Outcome.Pass => "pass",
        Outcome.Fail => "fail",
        _ => "error",
    };

    private static void WriteResult(Utf8JsonWriter writer, ScenarioResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("scenario", result.Scenario);
        writer.WriteString("title", result.Title);
        writer.WriteString("target", result.Target);
        WriteTexts(writer, "requirements", result.Requirements);
        writer.WriteString("outcome", NameOf(result.Outcome));
        if (result.Divergence is not null)
        {
            writer.WriteString("knownDivergence", result.Divergence);
        }

        writer.WriteString("started", result.Started);
        writer.WriteNumber("seconds", Seconds(result.Took));
        if (result.Message is not null)
        {
            writer.WriteString("message", result.Message);
        }

        WriteTexts(writer, "observations", result.Observations);
        WriteTexts(writer, "evidence", result.Evidence);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static decimal Seconds(TimeSpan time) => Math.Round((decimal)time.TotalSeconds, 3);
}
