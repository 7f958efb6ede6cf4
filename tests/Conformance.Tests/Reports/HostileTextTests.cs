using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conformance.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

/// <summary>No text of an input can break a format, act on a terminal, or forge a line.</summary>
public sealed partial class HostileTextTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(writer => writer.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_HostileText_LeavesNothingThatHidesOrActs(string format)
    {
        string text = Rendering.Of(format, Hostile.Report());
        text.EnumerateRunes().Where(rune => rune.Value != '\n' && Rune(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            && rune.Value != '\n').ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_SameReportTwice_GivesTheSameBytes(string format) =>
        Rendering.Of(format, Hostile.Report(), TestRuns.Sample()).ShouldBe(Rendering.Of(format, Hostile.Report(), TestRuns.Sample()));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_NoReports_IsNoFault(string format) => Should.NotThrow(() => Rendering.Of(format));

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Write_HostileText_IsStillJson(string format) => Should.NotThrow(() => JsonDocument.Parse(Rendering.Of(format, Hostile.Report())).Dispose());

    [Fact]
    public void WriteJson_HostileMember_ReadsBackAsItIs()
    {
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("json", Hostile.Report()));
        json.RootElement.GetProperty("findings")[0].GetProperty("location").GetProperty("member").GetString()
            .ShouldBe(Hostile.Text.Replace('\ud800', '\ufffd'));
    }

    [Fact]
    public void WriteJUnit_HostileText_IsStillXml() => Should.NotThrow(() => XDocument.Parse(Rendering.Of("junit", Hostile.Report())));

    [Fact]
    public void WriteGitHub_HostileText_ForgesNoCommand()
    {
        string[] lines = Rendering.Of("github", Hostile.Report()).TrimEnd('\n').Split('\n');
        lines.ShouldAllBe(line => Command().IsMatch(line));
        // OWN901, EVT901, POL002 (nothing is suppressed under STA901), what was not checked, and the verdict.
        lines.Length.ShouldBe(5);
    }

    [Fact]
    public void WriteLine_HostileText_ForgesNoLine()
    {
        var report = Hostile.Report();
        Rendering.Of("line", report).TrimEnd('\n').Split('\n').Length.ShouldBe(report.Findings.Length + report.NotChecked.Length + 1);
    }

    [Fact]
    public void WriteMarkdown_HostileText_KeepsTheTableWhole()
    {
        string[] rows = [.. Rendering.Of("markdown", Hostile.Report()).Split('\n').Where(line => line.StartsWith('|'))];
        // Pipes that aren't escaped: six around five cells, five around four.
        rows.Select(row => UnescapedPipe().Count(row)).ShouldAllBe(count => count == 6 || count == 5);
        string text = string.Join('\n', rows);
        CodeSpan().Replace(text, "").ShouldNotContain("<script");
        CodeSpan().Replace(text, "").ShouldNotContain("@someone");
        CodeSpan().Replace(text, "").ShouldNotContain("](https://evil");
    }

    [Fact]
    public void WriteHtml_HostileText_BringsNoElement()
    {
        string html = Rendering.Of("html", Hostile.Report());
        html.ShouldNotContain("<script");
        html.ShouldNotContain("alert(1)</");
        html.ShouldContain("&lt;script&gt;");
    }

    [GeneratedRegex("^::(error|warning|notice) file=[^:,]*,title=[^:,]*::[^\r\n]*$")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedPipe();

    [GeneratedRegex(@"(?<![\\`])(`+)[^`](.*?)[^`]\1(?!`)")]
    private static partial Regex CodeSpan();

    private static UnicodeCategory Rune(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune);
}
