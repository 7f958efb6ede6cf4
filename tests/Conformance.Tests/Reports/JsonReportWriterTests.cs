using System.Text.Json;
using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed class JsonReportWriterTests
{
    [Fact]
    public void Write_SmallReport_ReadsAsApproved()
    {
        ValidationReport report = TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a/b.json", 1, 7));
        Rendering.Of("json", report).ShouldMatchApproved(c => c.SubFolder("Approved"));
    }

    [Fact]
    public void Write_SameReportTwice_GivesTheSameBytes() => Rendering.Of("json", TestRuns.Sample()).ShouldBe(Rendering.Of("json", TestRuns.Sample()));

    [Fact]
    public void Write_Counts_AddUpToTheTotals()
    {
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("json", TestRuns.Sample()));
        JsonElement root = json.RootElement;
        foreach (JsonElement rule in root.GetProperty("summary").GetProperty("rules").EnumerateArray())
        {
            root.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("rule").GetString() == rule.GetProperty("rule").GetString())
                .Sum(finding => finding.GetProperty("count").GetInt64())
                .ShouldBe(rule.GetProperty("count").GetInt64());
        }
    }

    [Fact]
    public void Write_Twice_ReadsBackAsBaselineWithNothingNew()
    {
        byte[] json = System.Text.Encoding.UTF8.GetBytes(Rendering.Of("json", TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a", 1))));
        Baseline.Read("old.json", json).TryGetValue(out Baseline? baseline).ShouldBeTrue();
        ValidationReport again = TestRuns.Report(TestRuns.Policy() with { Baseline = baseline }, TestRuns.Unowned("a", 1));
        again.Findings.ShouldHaveSingleItem().Baseline.ShouldBe(BaselineState.Unchanged);
        again.Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void Write_SeveralInputs_HasAnArrayOfReports()
    {
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("json", TestRuns.Sample(), TestRuns.Sample() with { Input = "b" }));
        json.RootElement.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("input").GetProperty("name").GetString())
            .ShouldBe(["archive.tar.gz", "b"]);
    }
}
