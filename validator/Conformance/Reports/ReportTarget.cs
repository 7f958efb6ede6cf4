using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>One output of a run: a value of <c>--report</c>.</summary>
/// <param name="Writer">The format.</param>
/// <param name="File">Path of the file to write; null for standard output.</param>
public sealed record ReportTarget(IReportWriter Writer, string? File)
{
    /// <summary>Reads a value of <c>--report</c>: <c>FORMAT</c> or <c>FORMAT=FILE</c>. <c>-</c> as file is standard output.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The output, or what is wrong with the value.</returns>
    public static Parsed<ReportTarget> Parse(string value)
    {
        int at = value.IndexOf('=', StringComparison.Ordinal);
        string format = at < 0 ? value : value[..at];
        string? file = at < 0 ? null : value[(at + 1)..];
        IEnumerable<string> names = ReportFormats.All.Select(writer => writer.Format);
        if (ReportFormats.Find(format) is not { } found)
        {
            string suggestion = Suggestion.For(format, names);
            return Failed($"there is no format \"{Quoting.Safe(format)}\"{(suggestion.Length > 0 ? suggestion : $"; there are {string.Join(", ", names)}")}");
        }

        return file is ""
            ? Failed($"the file is missing: write {found.Format}=FILE, or {found.Format} alone for standard output")
            : Parsed<ReportTarget>.Of(new ReportTarget(found, file is "-" ? null : file));
    }

    /// <summary>Reads all values of <c>--report</c>. Without any, or when all go to files, the text format goes to standard output too.</summary>
    /// <param name="values">The values, in order.</param>
    /// <returns>The outputs; at most one of them goes to standard output.</returns>
    public static Parsed<ReportTargets> ParseAll(IEnumerable<string> values)
    {
        var targets = new List<ReportTarget>();
        var problems = new List<ConfigurationProblem>();
        foreach (string value in values)
        {
            Parsed<ReportTarget> parsed = Parse(value);
            problems.AddRange(parsed.Problems);
            if (parsed.TryGetValue(out ReportTarget? target))
            {
                targets.Add(target);
            }
        }

        if (targets.Count(target => target.File is null) > 1)
        {
            problems.Add(new("--report", null, "only one format can go to standard output: give the others a file (json=report.json)"));
        }

        foreach (IGrouping<string, ReportTarget> same in targets.Where(target => target.File is not null).GroupBy(target => target.File!, StringComparer.Ordinal))
        {
            if (same.Count() > 1)
            {
                problems.Add(new("--report", null, $"two formats go to {Quoting.Safe(same.Key)}: give each a file of its own"));
            }
        }

        if (targets.TrueForAll(target => target.File is not null))
        {
            targets.Insert(0, new ReportTarget(ReportFormats.Find(ReportFormats.Default)!, null));
        }

        return Parsed<ReportTargets>.Of(new ReportTargets([.. targets]), problems);
    }

    private static Parsed<ReportTarget> Failed(string message) => Parsed<ReportTarget>.Failed(new ConfigurationProblem("--report", null, message));
}
