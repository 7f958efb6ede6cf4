using Conformance.Benchmarks.Processes;

namespace Conformance.Benchmarks.Federation;

/// <summary>
/// <c>send-join</c>: the whole command on an answer to a join, with signatures against as many verifications on all cores, and without against Python's
/// <c>json.loads</c> of the same file, in alternating runs.
/// </summary>
internal static class SendJoinCommand
{
    private const string Loads = "import json, sys; json.loads(open(sys.argv[1], 'rb').read())";

    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--response", "--keys", "--signatures", "--runs", "--validate", "--python");
            string response = options.Text("--response") ?? throw new ArgumentException("--response is missing; make one: validate generate --preset matrix-hq-2022 --scale 699/1000 --form send-join -o FILE");
            string keys = options.Text("--keys") ?? response + ".keys.json";
            Compare(response, keys, options.Number("--signatures", 144_000), options.Number("--runs", 5), Published.Validate(options), options.Text("--python") ?? "python3", output);
            return 0;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or PlatformNotSupportedException or FileNotFoundException)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void Compare(string response, string keys, int signatures, int runs, string validate, string python, TextWriter output)
    {
        var floor = new VerificationFloor();
        int cores = Environment.ProcessorCount;
        var signed = new Series("validate federation --keys");
        var verifications = new Series($"{signatures} verifications on {cores} threads");
        var unsigned = new Series("validate federation");
        var loads = new Series("Python, json.loads");
        string[] withKeys = [validate, "federation", "send_join", response, "--quiet", "--keys", keys];
        string[] withoutKeys = [validate, "federation", "send_join", response, "--quiet"];
        string[] parse = [python, "-c", Loads, response];

        // One run of each to warm the page cache; it doesn't count.
        int exit = MeasuredProcess.Run(withKeys).Exit;
        int parsed = MeasuredProcess.Run(parse).Exit;
        if (parsed != 0)
        {
            throw new ArgumentException($"{python} can't read {response}: exit code {parsed}; name another with --python");
        }

        for (int i = 0; i < runs; i++)
        {
            signed.Add(MeasuredProcess.Run(withKeys));
            verifications.Add(floor.Run(signatures, cores));
            unsigned.Add(MeasuredProcess.Run(withoutKeys));
            loads.Add(MeasuredProcess.Run(parse));
        }

        output.WriteLine($"{Path.GetFileName(response)}, {new FileInfo(response).Length} bytes; {runs} alternating runs; {cores} cores; {floor.Library}; exit code {exit}");
        output.WriteLine();
        output.WriteLine("| | wall s min | median | max | CPU s min | median | max | peak MiB min | median | max |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (Series series in (Series[])[signed, verifications, unsigned, loads])
        {
            output.WriteLine(series.Row());
        }

        output.WriteLine();
        output.WriteLine("| ratio, pair by pair | median (min–max) |");
        output.WriteLine("|---|---|");
        output.WriteLine($"| wall, with signatures / verifications | {signed.Ratios(verifications, run => run.WallSeconds)} |");
        output.WriteLine($"| CPU, with signatures / verifications | {signed.Ratios(verifications, run => run.CpuSeconds)} |");
        output.WriteLine($"| wall, without signatures / json.loads | {unsigned.Ratios(loads, run => run.WallSeconds)} |");
        output.WriteLine($"| CPU, without signatures / json.loads | {unsigned.Ratios(loads, run => run.CpuSeconds)} |");
    }
}
