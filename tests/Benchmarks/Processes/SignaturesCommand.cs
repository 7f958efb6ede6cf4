namespace Conformance.Benchmarks.Processes;

/// <summary>
/// <c>signatures</c>: the whole command with <c>--keys</c> against the floor F, <c>gzip -dc</c> of the same archive and then as many verifications as it has
/// signatures on all cores, in alternating runs.
/// </summary>
internal static class SignaturesCommand
{
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--archive", "--keys", "--signatures", "--runs", "--validate");
            string archive = options.Text("--archive") ?? throw new ArgumentException("--archive is missing; make one with the generator's command archive");
            string keys = options.Text("--keys") ?? throw new ArgumentException("--keys is missing; the generator's command archive writes them with --keys");
            int signatures = options.Number("--signatures", 144_000);
            Compare(archive, keys, signatures, options.Number("--runs", 5), Published.Validate(options), output);
            return 0;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or PlatformNotSupportedException or FileNotFoundException)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void Compare(string archive, string keys, int signatures, int runs, string validate, TextWriter output)
    {
        var floor = new VerificationFloor();
        int cores = Environment.ProcessorCount;
        var mine = new Series("validate --keys");
        var without = new Series("validate, most signatures unchecked");
        var theirs = new Series($"F: gzip -dc, then {signatures} verifications on {cores} threads");
        string[] command = [validate, "--quiet", "--keys", keys, archive];
        int exit = MeasuredProcess.Run(command).Exit;
        Floor();
        for (int i = 0; i < runs; i++)
        {
            mine.Add(MeasuredProcess.Run(command));
            theirs.Add(Floor());
            without.Add(MeasuredProcess.Run(validate, "--quiet", archive));
        }

        output.WriteLine($"{Path.GetFileName(archive)}, {new FileInfo(archive).Length} bytes; {runs} alternating runs; {cores} cores; {floor.Library}; exit code {exit}");
        output.WriteLine();
        output.WriteLine("| | wall s min | median | max | CPU s min | median | max | peak MiB min | median | max |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        output.WriteLine(mine.Row());
        output.WriteLine(theirs.Row());
        output.WriteLine(without.Row());
        output.WriteLine();
        output.WriteLine("| ratio, pair by pair | median (min–max) |");
        output.WriteLine("|---|---|");
        output.WriteLine($"| wall, validate / F | {mine.Ratios(theirs, run => run.WallSeconds)} |");
        output.WriteLine($"| CPU, validate / F | {mine.Ratios(theirs, run => run.CpuSeconds)} |");

        Measurement Floor()
        {
            Measurement unzip = MeasuredProcess.Run("gzip", "-dc", archive);
            Measurement verify = floor.Run(signatures, cores);
            return new Measurement(unzip.WallSeconds + verify.WallSeconds, unzip.CpuSeconds + verify.CpuSeconds, unzip.PeakBytes, 0);
        }
    }
}
