using System.Text.Json;
using Conformance.Cli;
using Conformance.Cli.Console;
using Conformance.Signatures.Cryptography;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>One run of the command over a case, compared with what the case asks for.</summary>
internal sealed class CaseRun
{
    private static readonly string[] Coordinates = ["member", "offset", "pointer", "room", "event"];

    private readonly List<JsonElement> _findings = [];

    private CaseRun(int exit, string error)
    {
        Exit = exit;
        Error = error;
    }

    public int Exit { get; }

    public string Error { get; }

    /// <summary>Rules and severities of the findings.</summary>
    public IEnumerable<(string Rule, string Severity)> Found =>
        _findings.Select(f => (f.GetProperty("rule").GetString()!, f.GetProperty("severity").GetString()!));

    /// <summary>The events that a rule names.</summary>
    public IEnumerable<string> EventsOf(string rule) =>
        _findings.Where(f => f.GetProperty("rule").ValueEquals(rule)).Select(f => f.GetProperty("location").GetProperty("event").GetString()!);

    public IEnumerable<string> Rules => _findings.Select(f => f.GetProperty("rule").GetString()!);

    public static CaseRun Of(CaseFile made, params string[] moreOptions) => OfFile(made.Input, [.. made.Options, .. moreOptions]);

    public static CaseRun OfFile(string input, params string[] options) =>
        OfWords(input, ["--report", "json", "--jobs", "2", .. options, input]);

    /// <summary>A run of any words that report on an input.</summary>
    public static CaseRun OfWords(string input, params string[] words)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            In = () => Stream.Null,
            WorkingDirectory = Path.GetDirectoryName(input)!,
        };
        int exit = (int)Application.Run(words, terminal, TestContextToken());
        var run = new CaseRun(exit, error.ToString());
        if (output.Length > 0)
        {
            run._findings.AddRange(JsonDocument.Parse(output.ToArray()).RootElement.GetProperty("findings").EnumerateArray());
        }

        return run;
    }

    /// <summary>Skips the test when this machine lacks what the case needs.</summary>
    public CaseRun OrSkip(CaseFile made)
    {
        Assert.SkipWhen(
            Exit == 3 && made.Needs.Contains("libarchive") && Error.Contains("libarchive", StringComparison.Ordinal),
            "The system's libarchive isn't on this machine.");
        Assert.SkipWhen(Ed25519Libraries.Default is null && made.Needs.Contains("ed25519"), Ed25519Libraries.Advice);
        return this;
    }

    /// <summary>What differs from the case; empty when nothing does.</summary>
    public IEnumerable<string> Differences(CaseFile made)
    {
        int expected = made.Verdict switch { "valid" => 0, "invalid" => 1, "unreadable" => 3, _ => 4 };
        if (Exit != expected)
        {
            yield return $"exit code {Exit}, not {expected}: {Error}";
        }

        foreach (JsonElement wanted in made.Required)
        {
            long count = _findings.Where(f => Fits(f, wanted)).Sum(f => f.GetProperty("count").GetInt64());
            if (count != (wanted.TryGetProperty("count", out JsonElement most) ? most.GetInt64() : 1))
            {
                yield return $"{count} findings like {wanted}";
            }
        }

        foreach (JsonElement finding in _findings)
        {
            if (!made.Allowed.Contains(finding.GetProperty("rule").GetString()) && !made.Required.Any(wanted => Fits(finding, wanted)))
            {
                yield return $"not asked for: {finding.GetProperty("rule")} at {finding.GetProperty("location")}: {finding.GetProperty("message")}";
            }
        }
    }

    private static CancellationToken TestContextToken() => Xunit.TestContext.Current.CancellationToken;

    private static bool Fits(JsonElement finding, JsonElement wanted) =>
        finding.GetProperty("rule").ValueEquals(wanted.GetProperty("rule").GetString())
        && (!wanted.TryGetProperty("severity", out JsonElement severity) || finding.GetProperty("severity").ValueEquals(severity.GetString()))
        && Coordinates.All(c => !wanted.TryGetProperty(c, out JsonElement value)
            || (finding.GetProperty("location").TryGetProperty(c, out JsonElement found) && JsonElement.DeepEquals(found, value)));
}
