namespace Conformance.Benchmarks.Processes;

/// <summary><c>startup</c>: how long the command takes before it does anything, against a program that prints one line.</summary>
internal static class StartupCommand
{
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--archive", "--runs", "--validate");
            int runs = options.Number("--runs", 20);
            string validate = Published.Validate(options);
            string archive = options.Text("--archive") ?? SmallArchive();
            Compare(runs, output, [Published.Hello()], [validate, "--version"], [validate, "--quiet", archive]);
            return 0;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or PlatformNotSupportedException)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void Compare(int runs, TextWriter output, string[] hello, string[] version, string[] check)
    {
        var floor = new Series("hello, framework-dependent, ReadyToRun");
        var shown = new Series("validate --version");
        var checks = new Series("validate, small archive");
        (Series Series, string[] Command)[] all = [(floor, hello), (shown, version), (checks, check)];
        foreach ((_, string[] command) in all)
        {
            MeasuredProcess.Run(command);
        }

        for (int i = 0; i < runs; i++)
        {
            foreach ((Series series, string[] command) in all)
            {
                series.Add(MeasuredProcess.Run(command));
            }
        }

        output.WriteLine($"{runs} alternating runs; {Environment.ProcessorCount} cores");
        output.WriteLine();
        output.WriteLine("| | wall s min | median | max | CPU s min | median | max | peak MiB min | median | max |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach ((Series series, _) in all)
        {
            output.WriteLine(series.Row());
        }

        output.WriteLine();
        output.WriteLine($"Peaks below {MeasuredProcess.SmallestPeak() >> 20} MiB can't be told.");

        output.WriteLine();
        output.WriteLine($"wall, --version / hello, run by run: {shown.Ratios(floor, r => r.WallSeconds)}");
        output.WriteLine($"wall, small archive / hello, run by run: {checks.Ratios(floor, r => r.WallSeconds)}");
    }

    private static string SmallArchive()
    {
        string path = Path.Combine(Path.GetTempPath(), "conformance-benchmarks", "small.tar.gz");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        new Generator.Large.LargeArchive(new Generator.Large.LargeArchiveOptions { Output = path, Events = 1000, Rooms = 5 }).Write();
        return path;
    }
}
