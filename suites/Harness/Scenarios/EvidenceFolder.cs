using System.Collections.Immutable;
using System.Globalization;
using Conformance.Suites.Harness.Recording;
using Conformance.Suites.Harness.Results;

namespace Conformance.Suites.Harness.Scenarios;

/// <summary>Where a run leaves its results: <c>results.json</c>, <c>results.xml</c> and the captures of each scenario below <c>evidence/</c>.</summary>
internal sealed class EvidenceFolder
{
    /// <summary>The environment variable with another folder; each suite has one of its own in it.</summary>
    public const string Variable = "CONFORMANCE_RESULTS";

    /// <summary>Answers above this size are kept only where a scenario fails.</summary>
    private const int LargeBytes = 1 << 20;

    private readonly string _path;

    private EvidenceFolder(string path) => _path = path;

    /// <summary>The folder of a suite.</summary>
    public static EvidenceFolder Of(string suite, Func<string, string?> environment) =>
        new(Path.Combine(environment(Variable) is { Length: > 0 } chosen ? chosen : Path.Combine(RepositoryFolders.Root, "TestResults", "suites"), suite));

    /// <summary>Writes a scenario's captures; those of the run before go.</summary>
    /// <param name="name">The scenario and the target.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="isWhole">Whether all is wanted, with the calls of clients; otherwise what servers say to each other.</param>
    /// <returns>Paths relative to the results.</returns>
    public ImmutableArray<string> Write(string name, Scenario scenario, bool isWhole)
    {
        string folder = Path.Combine(_path, "evidence", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        IEnumerable<(string Name, byte[] Capture)> own = scenario.Recorder.Exchanges
            .Where(exchange => isWhole || (IsBetweenServers(exchange) && exchange.Body.Length <= LargeBytes))
            .Select((exchange, i) => (string.Create(CultureInfo.InvariantCulture, $"{i + 1:0000}-{Word(exchange)}"), CaptureWriter.Write(exchange)));
        var written = ImmutableArray.CreateBuilder<string>();
        foreach ((string file, byte[] capture) in own.Concat(scenario.Evidence))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, file + ".json"), capture);
            written.Add($"evidence/{name}/{file}.json");
        }

        return written.ToImmutable();
    }

    /// <summary>Writes the results.</summary>
    public void Write(SuiteResults results)
    {
        Directory.CreateDirectory(_path);
        File.WriteAllBytes(Path.Combine(_path, "results.json"), ResultsFile.Write(results));
        File.WriteAllText(Path.Combine(_path, "results.xml"), JUnitFile.Write(results));
    }

    private static bool IsBetweenServers(Exchange exchange) =>
        exchange.Path.StartsWith("/_matrix/federation/", StringComparison.Ordinal) || exchange.Path.StartsWith("/_matrix/key/", StringComparison.Ordinal);

    /// <summary>The endpoint, as part of a file's name.</summary>
    private static string Word(Exchange exchange)
    {
        string path = exchange.Path.Split('?')[0];
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string word = parts.Length > 3 ? parts[3] : parts.LastOrDefault("root");
        return string.Concat(word.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
    }
}
