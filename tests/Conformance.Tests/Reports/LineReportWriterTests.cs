using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed class LineReportWriterTests
{
    [Fact]
    public void Write_FindingsOfAllKinds_ReadsAsApproved() => Rendering.Of("line", TestRuns.Sample()).ShouldMatchApproved(c => c.SubFolder("Approved"));

    [Fact]
    public void Write_OneFinding_IsMemberOffsetSeverityRuleMessage() =>
        Rendering.Of("line", TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a/b.json", 1, 7))).ShouldBe(
            "a/b.json:7: error OWN901 The file a/b.json belongs to no item of the manifest.\narchive.tar.gz: invalid: 1 error\n");

    [Fact]
    public void Write_SeveralInputs_NamesTheInputOfEachFinding()
    {
        ValidationReport report = TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a", 1));
        Rendering.Of("line", report, report with { Input = "second.zip" }).ShouldContain("\nsecond.zip!a:0: error OWN901 ");
    }

    [Fact]
    public void Write_Anything_HasOneLineForEachFinding()
    {
        ValidationReport report = TestRuns.Sample();
        Rendering.Of("line", report).Split('\n').Length.ShouldBe(report.Findings.Length + report.NotChecked.Length + 2);
    }
}
