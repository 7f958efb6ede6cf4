using System.Text;
using Conformance.Policy;
using Conformance.Tests.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

public sealed class BaselineTests
{
    [Theory]
    [InlineData("nonsense", "old.json: this is no JSON: make a baseline with --report json=FILE")]
    [InlineData("{}", "old.json: this is no report of ours: make one with --report json=FILE")]
    [InlineData("[]", "old.json: this is no report of ours: make one with --report json=FILE")]
    [InlineData("{\"reportVersion\":2}", "old.json: the report's version is 2, this program reads 1: make the baseline again with --report json=FILE")]
    [InlineData("{\"reportVersion\":1}", "old.json: this report is damaged: make the baseline again with --report json=FILE")]
    [InlineData("{\"reportVersion\":1,\"reports\":{}}", "old.json: this report is damaged: make the baseline again with --report json=FILE")]
    [InlineData("{\"reportVersion\":1,\"input\":{\"name\":\"x\"},\"findings\":[1]}", "old.json: this report is damaged: make the baseline again with --report json=FILE")]
    public void Read_NoReport_SaysWhatToDo(string text, string problem) =>
        Baseline.Read("old.json", Encoding.UTF8.GetBytes(text)).Problems.ShouldHaveSingleItem().ToString().ShouldBe(problem);

    [Fact]
    public void For_SeveralInputs_GoesByName()
    {
        string json = Rendering.Of("json", TestRuns.Report(TestRuns.Policy()), TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a", 1)) with { Input = "b" });
        Baseline baseline = Baseline.Read("old.json", Encoding.UTF8.GetBytes(json)).ShouldBeValue();
        baseline.For("b")!.Findings.ShouldHaveSingleItem();
        baseline.For("other").ShouldBeNull();
    }

    [Fact]
    public void For_OneInput_FitsAnyName() =>
        new Baseline("old.json", [JsonReading.Run(TestRuns.Report(TestRuns.Policy()))]).For("renamed.tar.gz").ShouldNotBeNull();
}
