using System.Collections.Immutable;

namespace Conformance.Reports;

/// <summary>All formats there are.</summary>
public static class ReportFormats
{
    /// <summary>The format of standard output when none is asked for.</summary>
    public const string Default = "text";

    /// <summary>The writers, in the order to list them. They keep nothing between two calls.</summary>
    public static ImmutableArray<IReportWriter> All { get; } =
    [
        new TextReportWriter(),
        new LineReportWriter(),
        new JsonReportWriter(),
        new SarifReportWriter(),
        new JUnitReportWriter(),
        new GitHubReportWriter(),
        new MarkdownReportWriter(),
        new HtmlReportWriter(),
    ];

    /// <summary>Finds a format.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The writer, or null.</returns>
    public static IReportWriter? Find(string name) =>
        All.FirstOrDefault(writer => writer.Format.Equals(name, StringComparison.OrdinalIgnoreCase));
}
