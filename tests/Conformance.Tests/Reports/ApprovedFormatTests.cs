using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

/// <summary>What a report with a bit of everything looks like in the formats that people read.</summary>
public sealed class ApprovedFormatTests
{
    private static ValidationReport Report { get; } = TestRuns.Sample();

    [Fact]
    public void GitHub() => Rendering.Of("github", Report).ShouldMatchApproved(c => c.SubFolder("Approved"));

    [Fact]
    public void Markdown() => Rendering.Of("markdown", Report).ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("md"));

    [Fact]
    public void Html()
    {
        ValidationReport report = Report with { Findings = [.. Report.Findings.Where(finding => finding.Rule.Id != "OWN901")] };
        Rendering.Of("html", report).ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("html"));
    }
}
