using Conformance.Policy;
using Conformance.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed class ReportTargetTests
{
    [Fact]
    public void ParseAll_Nothing_IsTextOnStandardOutput() => Names().ShouldBe(["text:"]);

    [Fact]
    public void ParseAll_FilesOnly_KeepsTheTextOnStandardOutput() => Names("json=a.json", "sarif=b").ShouldBe(["text:", "json:a.json", "sarif:b"]);

    [Fact]
    public void ParseAll_FormatWithoutFile_TakesTheTextsPlace() => Names("LINE", "json=a").ShouldBe(["line:", "json:a"]);

    [Fact]
    public void ParseAll_FileNameWithEqualsSign_IsKept() => Names("json=a=b", "line=-").ShouldBe(["json:a=b", "line:"]);

    [Theory]
    [InlineData("jsn", "--report: there is no format \"jsn\"; did you mean \"json\"?")]
    [InlineData("pdf", "--report: there is no format \"pdf\"; there are text, line, json, sarif, junit, github, markdown, html")]
    [InlineData("json=", "--report: the file is missing: write json=FILE, or json alone for standard output")]
    public void Parse_Mistake_SaysWhatToDo(string value, string problem) =>
        ReportTarget.Parse(value).Problems.ShouldHaveSingleItem().ToString().ShouldBe(problem);

    [Fact]
    public void ParseAll_TwoOnStandardOutput_IsAProblem() => ReportTarget.ParseAll(["json", "line"]).Problems.Length.ShouldBe(1);

    [Fact]
    public void ParseAll_TwoInOneFile_IsAProblem() => ReportTarget.ParseAll(["json=x", "line=x"]).Problems.Length.ShouldBe(1);

    private static IEnumerable<string> Names(params string[] values)
    {
        Parsed<ReportTargets> parsed = ReportTarget.ParseAll(values);
        parsed.TryGetValue(out ReportTargets? targets).ShouldBeTrue();
        return targets!.All.Select(target => $"{target.Writer.Format}:{target.File}");
    }
}
