using System.Text;
using Conformance.Policy;

namespace Conformance.Tests.Reports;

/// <summary>Reports read back as baselines.</summary>
internal static class JsonReading
{
    public static BaselineRun Run(ValidationReport report)
    {
        Parsed<Baseline> parsed = Baseline.Read("old.json", Encoding.UTF8.GetBytes(Rendering.Of("json", report)));
        return parsed.TryGetValue(out Baseline? baseline) ? baseline.Runs[0] : throw new InvalidOperationException(parsed.Problems[0].ToString());
    }
}
