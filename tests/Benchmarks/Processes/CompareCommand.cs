namespace Conformance.Benchmarks.Processes;

/// <summary><c>compare</c>: the whole command against <c>gzip -dc</c> of the same archive, in alternating runs.</summary>
internal static class CompareCommand
{
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--archive", "--runs", "--validate", "--jobs");
            string archive = options.Text("--archive") ?? throw new ArgumentException("--archive is missing; make one with the generator's command archive");
            int runs = options.Number("--runs", 7);
            string validate = Published.Validate(options);
            string[] mine = options.Text("--jobs") is { } jobs ? [validate, "--quiet", "--jobs", jobs, archive] : [validate, "--quiet", archive];
            Compare(archive, runs, mine, output);
            return 0;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or PlatformNotSupportedException or FileNotFoundException)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void Compare(string archive, int runs, string[] mine, TextWriter output)
    {
        var validate = new Series("validate");
        var gzip = new Series("gzip -dc");
        string[] theirs = ["gzip", "-dc", archive];

        // One run of each to warm the page cache; it doesn't count.
        int exit = MeasuredProcess.Run(mine).Exit;
        MeasuredProcess.Run(theirs);
        for (int i = 0; i < runs; i++)
        {
            validate.Add(MeasuredProcess.Run(mine));
            gzip.Add(MeasuredProcess.Run(theirs));
        }

        output.WriteLine($"{Path.GetFileName(archive)}, {new FileInfo(archive).Length} bytes; {runs} alternating pairs; {Environment.ProcessorCount} cores; exit code {exit}");
        output.WriteLine();
        output.WriteLine("| | wall s min | median | max | CPU s min | median | max | peak MiB min | median | max |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        output.WriteLine(validate.Row());
        output.WriteLine(gzip.Row());
        output.WriteLine();
        output.WriteLine($"Peaks below {MeasuredProcess.SmallestPeak() >> 20} MiB can't be told.");
        output.WriteLine();
        output.WriteLine("| ratio, pair by pair | median (min–max) |");
        output.WriteLine("|---|---|");
        output.WriteLine($"| wall, validate / gzip | {validate.Ratios(gzip, r => r.WallSeconds)} |");
        output.WriteLine($"| CPU, validate / gzip | {validate.Ratios(gzip, r => r.CpuSeconds)} |");
    }
}
