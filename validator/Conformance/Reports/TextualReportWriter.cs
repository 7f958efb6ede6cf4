using System.Text;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>Base of the formats that are lines of text.</summary>
internal abstract class TextualReportWriter : IReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc />
    public abstract string Format { get; }

    /// <inheritdoc />
    public abstract string Description { get; }

    /// <inheritdoc />
    public void Write(IReadOnlyList<ValidationReport> reports, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, Utf8, bufferSize: 1 << 14, leaveOpen: true);
        writer.NewLine = "\n";
        Write(reports, writer, options);
    }

    /// <summary>Writes the reports, lines ending as the writer has it.</summary>
    public abstract void Write(IReadOnlyList<ValidationReport> reports, TextWriter output, ReportOptions options);
}
