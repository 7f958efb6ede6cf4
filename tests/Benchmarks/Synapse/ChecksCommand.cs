using System.Globalization;
using Conformance.Benchmarks.Processes;
using Conformance.Tests.Support;

namespace Conformance.Benchmarks.Synapse;

/// <summary><c>checks</c>: the whole command against Synapse's own checks of the same events, in alternating runs.</summary>
internal static class ChecksCommand
{
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--archive", "--keys", "--synapse", "--runs", "--validate");
            return Compare(
                options.Text("--archive") ?? throw new ArgumentException("--archive is missing; make one of one room with the generator's command archive"),
                options.Text("--keys") ?? throw new ArgumentException("--keys is missing; the generator's command archive writes them with --keys"),
                new SynapseRoot(options.Text("--synapse") ?? throw new ArgumentException("--synapse is missing: a folder with a system that has Synapse")),
                options.Number("--runs", 5),
                Published.Validate(options),
                output);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or PlatformNotSupportedException or IOException
            or System.ComponentModel.Win32Exception)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static int Compare(string archive, string keys, SynapseRoot synapse, int runs, string validate, TextWriter output)
    {
        var ours = new Series("validate --keys");
        var without = new Series("validate, no signature verified");
        var theirs = new List<SynapseChecks>();
        string events = Path.GetTempFileName();
        string rekeyed = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.tar.gz");
        try
        {
            EventLines.Write(archive, events);
            RekeyedArchive.Write(archive, rekeyed);
            for (int i = 0; i < runs; i++)
            {
                theirs.Add(SynapseChecks.Parse(synapse.Run(SynapseChecks.Script, events, keys)));
                ours.Add(MeasuredProcess.Run(validate, "--quiet", "--keys", keys, archive));
                without.Add(MeasuredProcess.Run(validate, "--quiet", rekeyed));
            }
        }
        finally
        {
            File.Delete(events);
            File.Delete(rekeyed);
        }

        output.WriteLine($"{Path.GetFileName(archive)}: {theirs[0].Events} events; {runs} alternating runs; {Environment.ProcessorCount} cores; exit code {ours.Runs[0].Exit}");
        output.WriteLine();
        output.WriteLine("| | wall s min | median | max | CPU s min | median | max | peak MiB min | median | max |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        output.WriteLine(ours.Row());
        output.WriteLine(without.Row());
        output.WriteLine();
        Report(theirs, output);
        output.WriteLine();
        output.WriteLine("| Synapse / validate, run by run | wall: median (min–max) | CPU |");
        output.WriteLine("|---|---|---|");
        Ratios("with signatures", theirs.Select(run => (run.Wall, run.Cpu)), ours, output);
        Ratios("without", theirs.Select(run => (run.WallWithoutSignatures, run.CpuWithoutSignatures)), without, output);
        if (theirs.Find(run => run.Failures > 0) is { } failed)
        {
            output.WriteLine($"Synapse refused {failed.Failures}, the first {failed.FirstFailure}");
            return 1;
        }

        return 0;
    }

    private static void Report(List<SynapseChecks> runs, TextWriter output)
    {
        output.WriteLine($"| {runs[0].Versions}, one thread | s min | median | max |");
        output.WriteLine("|---|---|---|---|");
        for (int i = 0; i < runs[0].Steps.Count; i++)
        {
            Row(runs[0].Steps[i].Name, runs.Select(run => run.Steps[i].Wall), "0.00", output);
        }

        Row("together", runs.Select(run => run.Wall), "0.00", output);
        Row("CPU", runs.Select(run => run.Cpu), "0.00", output);
        Row("peak MiB", runs.Select(run => run.PeakBytes / 1048576.0), "0", output);
    }

    private static void Row(string name, IEnumerable<double> values, string format, TextWriter output)
    {
        double[] sorted = [.. values.Order()];
        string Show(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        output.WriteLine($"| {name} | {Show(sorted[0])} | {Show(Series.Median(sorted))} | {Show(sorted[^1])} |");
    }

    private static void Ratios(string name, IEnumerable<(double Wall, double Cpu)> theirs, Series ours, TextWriter output)
    {
        string Of(Func<(double Wall, double Cpu), double> value, Func<Measurement, double> own)
        {
            double[] ratios = [.. theirs.Zip(ours.Runs, (run, mine) => value(run) / own(mine)).Order()];
            return string.Create(CultureInfo.InvariantCulture, $"{Series.Median(ratios):0.0} ({ratios[0]:0.0}–{ratios[^1]:0.0})");
        }

        output.WriteLine($"| {name} | {Of(run => run.Wall, run => run.WallSeconds)} | {Of(run => run.Cpu, run => run.CpuSeconds)} |");
    }
}
