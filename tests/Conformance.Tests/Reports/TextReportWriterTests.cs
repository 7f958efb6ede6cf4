using Conformance.Findings;
using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed class TextReportWriterTests
{
    [Fact]
    public void Write_FindingsOfAllKinds_ReadsAsApproved() => Rendering.Of("text", TestRuns.Sample()).ShouldMatchApproved(c => c.SubFolder("Approved"));

    [Fact]
    public void Write_NothingFound_SaysSo() =>
        Rendering.Of("text", TestRuns.Report(TestRuns.Policy())).ShouldMatchApproved(c => c.SubFolder("Approved"));

    [Fact]
    public void Write_SeveralInputs_EndsWithTheTotal()
    {
        ValidationReport valid = TestRuns.Report(TestRuns.Policy());
        ValidationReport invalid = TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a", 1));
        string text = Rendering.Of("text", valid, invalid, valid with { Verdict = Verdict.Undetermined });
        text.ShouldEndWith("\n3 inputs: 1 invalid, 1 undetermined, 1 valid.\n");
    }

    [Fact]
    public void Write_Quiet_IsTheVerdictAlone()
    {
        string text = Rendering.Of("text", Rendering.Options with { Quiet = true }, TestRuns.Sample());
        text.ShouldBe("INVALID archive.tar.gz: 122 errors, 2 warnings, 1 info, 1 suppressed\n");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_AnyWidth_NoLineIsLonger(int width)
    {
        string text = Rendering.Of("text", Rendering.Options with { Width = width }, TestRuns.Sample());
        text.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(width);
        text.Split('\n').ShouldAllBe(line => line.TrimEnd() == line);
    }

    [Fact]
    public void Write_WithoutColour_HasNoControlCharacters() =>
        Rendering.Of("text", TestRuns.Sample()).ShouldAllBe(c => c == '\n' || !char.IsControl(c));

    [Fact]
    public void Write_WithColour_SaysTheSame()
    {
        string coloured = Rendering.Of("text", Rendering.Options with { Color = true }, TestRuns.Sample());
        coloured.ShouldContain("\u001b[");
        System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "").ShouldBe(Rendering.Of("text", TestRuns.Sample()));
    }

    [Fact]
    public void Write_ManyRules_ShowsSomeAndCountsTheRest()
    {
        string text = Rendering.Of("text", Rendering.Options with { MaxGroups = 2 }, TestRuns.Sample());
        text.ShouldContain("… and 2 findings of 2 more rules; --report line lists them.");
    }

    [Fact]
    public void Write_Information_ShowsOneExampleAndCountsTheRest()
    {
        Finding[] odd = [.. Enumerable.Range(0, 5).Select(i => Finding.Of("EVT901", new Location("m.rooms.cbor", i), ("braces", "x"), ("count", i)))];
        string text = Rendering.Of("text", TestRuns.Report(TestRuns.Policy(), odd));
        text.ShouldContain("info EVT901 OddEvent ×5");
        text.ShouldContain("An odd event with x and 0 things.");
        text.ShouldNotContain("and 1 things");
        text.ShouldContain("… and 4 more");

        string errors = Rendering.Of("text", TestRuns.Report(TestRuns.Policy(), [.. Enumerable.Range(0, 5).Select(i => TestRuns.Unowned($"f{i}", 1))]));
        errors.ShouldContain("The file f2 belongs");
        errors.ShouldContain("… and 2 more");
    }

    [Fact]
    public void Write_DecisiveOmission_IsNamedInTheList()
    {
        var report = TestRuns.Report(TestRuns.Policy()) with
        {
            Verdict = Verdict.Undetermined,
            NotChecked = [new NotChecked("room version 99", "This program doesn't know it.", Location.Input, Decisive: true)],
        };
        Rendering.Of("text", report).ShouldContain("  - room version 99: This program doesn't know it. The verdict depends on it.");
    }
}
