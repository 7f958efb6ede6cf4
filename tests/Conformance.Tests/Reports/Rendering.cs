using System.Text;
using Conformance.Policy;
using Conformance.Reports;

namespace Conformance.Tests.Reports;

/// <summary>Reports as text.</summary>
internal static class Rendering
{
    public static readonly ReportOptions Options = new() { ToolVersion = "1.2.3" };

    public static string Of(string format, params ValidationReport[] reports) => Of(format, Options, reports);

    public static string Of(string format, ReportOptions options, params ValidationReport[] reports)
    {
        using var output = new MemoryStream();
        ReportFormats.Find(format)!.Write(reports, output, options);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
