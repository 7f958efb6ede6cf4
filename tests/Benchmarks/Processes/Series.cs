using System.Globalization;

namespace Conformance.Benchmarks.Processes;

/// <summary>Runs of one command, and what they have in common.</summary>
internal sealed class Series(string name)
{
    private readonly List<Measurement> _runs = [];

    public string Name { get; } = name;

    public IReadOnlyList<Measurement> Runs => _runs;

    public void Add(Measurement run) => _runs.Add(run);

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>A row of a Markdown table: minimum, median and maximum of wall time, CPU time and peak memory.</summary>
    public string Row() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Spread(r => r.WallSeconds, "0.000")} | {Spread(r => r.CpuSeconds, "0.000")} | {Spread(r => r.PeakBytes / 1048576.0, "0")} |");

    /// <summary>Ratios run by run of this series to another that alternated with it.</summary>
    public string Ratios(Series other, Func<Measurement, double> value)
    {
        double[] ratios = [.. _runs.Zip(other._runs, (mine, theirs) => value(mine) / value(theirs)).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{Median(ratios):0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})");
    }

    private string Spread(Func<Measurement, double> value, string format)
    {
        double[] values = [.. _runs.Select(value).Order()];
        string Show(double number) => number.ToString(format, CultureInfo.InvariantCulture);
        return $"{Show(values[0])} | {Show(Median(values))} | {Show(values[^1])}";
    }
}
