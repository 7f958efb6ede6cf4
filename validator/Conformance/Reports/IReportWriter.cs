using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>Writes reports in one format.</summary>
public interface IReportWriter
{
    /// <summary>The format's name, as in <c>--report</c>.</summary>
    string Format { get; }

    /// <summary>What it is for, in one line.</summary>
    string Description { get; }

    /// <summary>Writes the reports of a run, one for each input, as UTF-8 without byte order mark. The stream stays open.</summary>
    /// <param name="reports">The reports, in the order of the inputs.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    void Write(IReadOnlyList<ValidationReport> reports, Stream output, ReportOptions options);
}
