using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Conformance.Benchmarks.Processes;
using Conformance.Documents;
using Conformance.Schemas;

namespace Conformance.Benchmarks.Federation;

/// <summary>
/// <c>schemas</c>: one JSON Schema over the parsed events of an answer to a join, here and by Ajv compiled, which npm puts into a temporary folder. One
/// thread each, in alternating runs; parsing and compiling aren't counted.
/// </summary>
internal static class SchemasCommand
{
    private const string Ajv = "ajv@8.17.1";

    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--response", "--runs", "--rounds", "--npm-folder");
            string response = options.Text("--response") ?? throw new ArgumentException("--response is missing; make one: validate generate --preset matrix-hq-2022 --scale 699/1000 --form send-join -o FILE");
            Compare(Path.GetFullPath(response), options.Number("--runs", 3), options.Number("--rounds", 20), NpmFolder(options), output);
            return 0;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void Compare(string response, int runs, int rounds, string npm, TextWriter output)
    {
        string folder = Path.Combine(Published.Root(), "tests", "Benchmarks", "Federation");
        string schemaFile = Path.Combine(folder, "pdu.schema.json");
        CompiledSchema schema = Compile(schemaFile);
        Document[] events = Read(response);
        var mine = new List<double>();
        var theirs = new List<double>();
        var ratios = new List<double>();
        for (int i = 0; i < runs; i++)
        {
            double own = Rounds(schema, events, rounds).Skip(rounds / 4).Min();
            double[] ajv = Node(npm, Path.Combine(folder, "ajv.cjs"), schemaFile, response, rounds.ToString(CultureInfo.InvariantCulture));
            double other = ajv.Skip(rounds / 4).Min();
            mine.Add(own);
            theirs.Add(other);
            ratios.Add(own / other);
        }

        ratios.Sort();
        output.WriteLine($"{Path.GetFileName(response)}, {events.Length} events; {runs} alternating runs of {rounds} rounds, of which the first quarter is left out; {Said("node", npm, "--version").Trim()}");
        output.WriteLine();
        output.WriteLine("| one schema over all events | fastest round: s min | median | max | events a second |");
        output.WriteLine("|---|---|---|---|---|");
        output.WriteLine(Row("this library", mine, events.Length));
        output.WriteLine(Row(Ajv, theirs, events.Length));
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"This library / Ajv, run by run: {Series.Median(ratios):0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})"));
    }

    private static string Row(string name, List<double> seconds, int events)
    {
        double[] sorted = [.. seconds.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {sorted[0]:0.0000} | {Series.Median(sorted):0.0000} | {sorted[^1]:0.0000} | {events / sorted[0]:#,0} |");
    }

    private static CompiledSchema Compile(string file)
    {
        var registry = new SchemaRegistry(new SchemaOptions());
        registry.Add("urn:conformance:benchmark:pdu", File.ReadAllBytes(file));
        return registry.Compile("urn:conformance:benchmark:pdu").Require();
    }

    /// <summary>The events of both lists, each a document of its own, as the validator has them.</summary>
    private static Document[] Read(string response)
    {
        byte[] bytes = File.ReadAllBytes(response);
        using JsonDocument answer = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 200 });
        var events = new List<Document>();
        foreach (string list in (string[])["state", "auth_chain"])
        {
            foreach (JsonElement element in answer.RootElement.GetProperty(list).EnumerateArray())
            {
                events.Add(DocumentReader.Read(BytesOf(element), DocumentEncoding.Json));
            }
        }

        return [.. events];
    }

    private static byte[] BytesOf(JsonElement element)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            element.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    private static double[] Rounds(CompiledSchema schema, Document[] events, int rounds)
    {
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            int bad = 0;
            long start = Stopwatch.GetTimestamp();
            foreach (Document pdu in events)
            {
                bad += schema.IsValid(pdu.Root) ? 0 : 1;
            }

            seconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (bad > 0)
            {
                throw new InvalidOperationException($"{bad} events don't fit the schema.");
            }
        }

        return seconds;
    }

    private static double[] Node(string npm, params string[] words)
    {
        using JsonDocument said = JsonDocument.Parse(Said("node", npm, words));
        return [.. said.RootElement.GetProperty("seconds").EnumerateArray().Select(value => value.GetDouble())];
    }

    private static string NpmFolder(Options options)
    {
        string folder = options.Text("--npm-folder") ?? Path.Combine(Path.GetTempPath(), "conformance-benchmarks", "ajv");
        Directory.CreateDirectory(folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ajv")))
        {
            Said("npm", folder, "install", "--no-save", "--no-audit", "--no-fund", "--silent", Ajv);
        }

        return folder;
    }

    private static string Said(string program, string folder, params string[] words)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (string word in words)
        {
            start.ArgumentList.Add(word);
        }

        using Process process = Process.Start(start)!;
        Task<string> complaint = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new ArgumentException($"{program} failed: {complaint.Result.Trim()}");
    }
}
