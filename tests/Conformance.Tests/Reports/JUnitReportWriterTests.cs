using System.Xml.Linq;
using Conformance.Findings;
using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed class JUnitReportWriterTests
{
    [Fact]
    public void Write_FindingsOfAllKinds_ReadsAsApproved()
    {
        ValidationReport report = TestRuns.Sample();
        report = report with { Findings = [.. report.Findings.Where(finding => finding.Rule.Id != "OWN901")] };
        Rendering.Of("junit", report).ShouldMatchApproved(c => c.SubFolder("Approved"));
    }

    [Fact]
    public void Write_Figures_AddUp()
    {
        XElement root = XDocument.Parse(Rendering.Of("junit", TestRuns.Sample(), TestRuns.Report(TestRuns.Policy()))).Root!;
        foreach (XElement element in root.DescendantsAndSelf().Where(element => element.Name.LocalName is "testsuites" or "testsuite"))
        {
            Figure(element, "tests").ShouldBe(element.Descendants("testcase").Count());
            Figure(element, "failures").ShouldBe(element.Descendants("failure").Count());
            Figure(element, "skipped").ShouldBe(element.Descendants("skipped").Count());
        }
    }

    [Fact]
    public void Write_WarningsThatDontFail_AreNoFailures()
    {
        ValidationReport report = TestRuns.Report(TestRuns.Policy(), Finding.Of("OWN902", Location.Input, ("item", "x")));
        XDocument.Parse(Rendering.Of("junit", report)).Descendants("failure").ShouldBeEmpty();
        XDocument.Parse(Rendering.Of("junit", report with { FailOn = FailOn.Warning, Verdict = Verdict.Invalid })).Descendants("failure").Count().ShouldBe(2);
    }

    [Fact]
    public void Write_ValidInput_HasOneCaseThatPasses()
    {
        // Build servers take a file without cases for a mistake.
        XElement test = XDocument.Parse(Rendering.Of("junit", TestRuns.Report(TestRuns.Policy()))).Descendants("testcase").ShouldHaveSingleItem();
        test.Element("failure").ShouldBeNull();
        test.Element("skipped").ShouldBeNull();
    }

    private static int Figure(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
