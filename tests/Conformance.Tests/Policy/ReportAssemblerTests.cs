using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Policy;
using Conformance.Tests.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

public sealed class ReportAssemblerTests
{
    private static readonly NotChecked Decisive = new("rooms", "Unknown version.", Location.Input, Decisive: true);

    [Fact]
    public void Assemble_Message_HasTheArgumentsAndNothingElseFilled()
    {
        ValidationReport report = TestRuns.Report(TestRuns.Policy(),
            Finding.Of("EVT901", Location.Input, ("count", 3), ("braces", "{count} {unknown}")), Finding.Of("OWN901", Location.Input));
        report.Findings.Select(finding => finding.Message).ShouldBe(
            ["An odd event with {count} {unknown} and 3 things.", "The file {file} belongs to no item of the manifest."]);
    }

    [Fact]
    public void Assemble_Findings_StandInTheOrderOfTheInput()
    {
        ValidationReport report = TestRuns.Report(TestRuns.Policy(),
            TestRuns.Unowned("c", 3),
            TestRuns.Unowned("b9", 2, 9),
            TestRuns.Unowned("b1", 2, 1),
            Finding.Of("EVT901", new Location("b1", 1)) with { MemberOrdinal = 2 },
            TestRuns.Unowned("a", 1) with { Location = new Location("a") });
        report.Findings.Select(finding => $"{finding.Location.Member} {finding.Rule.Id}").ShouldBe(["a OWN901", "b1 EVT901", "b1 OWN901", "b9 OWN901", "c OWN901"]);
    }

    [Theory]
    [InlineData(FailOn.Error, "EVT901", false, Verdict.Valid)]
    [InlineData(FailOn.Error, "OWN902", false, Verdict.Valid)]
    [InlineData(FailOn.Error, "OWN901", false, Verdict.Invalid)]
    [InlineData(FailOn.Error, "OWN901", true, Verdict.Invalid)]
    [InlineData(FailOn.Error, "OWN902", true, Verdict.Undetermined)]
    [InlineData(FailOn.Warning, "OWN902", false, Verdict.Invalid)]
    [InlineData(FailOn.Warning, "EVT901", false, Verdict.Valid)]
    [InlineData(FailOn.Never, "OWN901", false, Verdict.Valid)]
    [InlineData(FailOn.Never, "OWN901", true, Verdict.Undetermined)]
    public void Assemble_Verdict_FollowsSeverityAndOmissions(FailOn failOn, string rule, bool decisive, Verdict verdict)
    {
        ValidationPolicy policy = TestRuns.Policy() with { FailOn = failOn };
        FindingBuffer found = TestRuns.Found(policy, Finding.Of(rule, Location.Input));
        found.ReportNotChecked(Decisive with { Decisive = decisive });
        Assemble(found, policy).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Assemble_MoreThanAreKept_TheLastStandsForTheOthers()
    {
        ValidationPolicy policy = TestRuns.Policy() with { Limits = Few(3) };
        ValidationReport report = TestRuns.Report(policy, [.. Enumerable.Range(0, 10).Select(i => TestRuns.Unowned($"f{i}", i))]);
        report.Findings.Select(finding => finding.Count).ShouldBe([1, 1, 8]);
        report.RuleCounts.ShouldHaveSingleItem().Count.ShouldBe(10);
    }

    [Fact]
    public void Assemble_FindingsThatWereOnlyCounted_StillFail()
    {
        ValidationPolicy policy = TestRuns.Policy();
        var found = new FindingBuffer(policy.ForFindings());
        found.CountOnly("OWN901");
        ValidationReport report = Assemble(found, policy);
        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Findings.ShouldHaveSingleItem().Message.ShouldBe("A file belongs to no item");
    }

    [Fact]
    public void Assemble_SuppressedFinding_IsKeptAndDoesNotFail()
    {
        ValidationReport report = TestRuns.Report(Suppressing(new Suppression("OWN901", "known") { Member = "a*" }), TestRuns.Unowned("a1", 1));
        report.Verdict.ShouldBe(Verdict.Valid);
        report.Findings.ShouldHaveSingleItem().SuppressedBecause.ShouldBe("known");
    }

    [Fact]
    public void Assemble_SuppressionOfAnotherPlace_LeavesTheFindingAndIsReported()
    {
        ValidationReport report = TestRuns.Report(Suppressing(new Suppression("OWN901", "known") { Member = "b*", Place = "/suppressions/0" }), TestRuns.Unowned("a1", 1));
        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Findings[^1].Rule.Id.ShouldBe("POL002");
        report.Findings[^1].Message.ShouldBe("The suppression of OWN901 in conformance.json covers no finding.");
        report.Findings[^1].Location.Pointer.ShouldBe("/suppressions/0");
    }

    [Theory]
    [InlineData("2026-11-20", Verdict.Valid, null)]
    [InlineData("2026-11-19", Verdict.Invalid, "The suppression of OWN901 in conformance.json ended on 2026-11-19.")]
    public void Assemble_SuppressionWithAnEnd_HoldsUpToItsLastDay(string expires, Verdict verdict, string? message)
    {
        var suppression = new Suppression("OWN901", "known") { Expires = DateOnly.Parse(expires, System.Globalization.CultureInfo.InvariantCulture) };
        ValidationReport report = TestRuns.Report(Suppressing(suppression), TestRuns.Unowned("a1", 1));
        report.Verdict.ShouldBe(verdict);
        report.Findings.SingleOrDefault(finding => finding.Rule.Id.StartsWith("POL", StringComparison.Ordinal))?.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData(null, Verdict.Valid)]
    [InlineData("f*", Verdict.Undetermined)]
    public void Assemble_NarrowSuppressionAndMoreThanAreKept_IsUndetermined(string? member, Verdict verdict)
    {
        // Whether a pattern covers findings that nobody kept can't be known; without a pattern it covers all.
        ValidationPolicy policy = Suppressing(new Suppression("OWN901", "known") { Member = member }) with { Limits = Few(2) };
        TestRuns.Report(policy, [.. Enumerable.Range(0, 5).Select(i => TestRuns.Unowned($"f{i}", i))]).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Assemble_WithBaseline_OnlyNewFindingsFail()
    {
        ValidationReport old = TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("known", 1), TestRuns.Unowned("gone", 2));
        ValidationPolicy policy = TestRuns.Policy() with { Baseline = new Baseline("old.json", [JsonReading.Run(old)]) };
        ValidationReport same = TestRuns.Report(policy, TestRuns.Unowned("known", 7, 99));
        same.Verdict.ShouldBe(Verdict.Valid);
        same.Findings.Select(finding => (finding.Location.Member, finding.Baseline)).ShouldBe([("known", BaselineState.Unchanged), ("gone", BaselineState.Fixed)]);
        same.RuleCounts.ShouldHaveSingleItem().Count.ShouldBe(1);
        TestRuns.Report(policy, TestRuns.Unowned("known", 7), TestRuns.Unowned("added", 8)).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void Assemble_BaselineOfFixedFindings_FixesThemOnce()
    {
        ValidationReport old = TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("gone", 1));
        ValidationReport between = TestRuns.Report(TestRuns.Policy() with { Baseline = new Baseline("old.json", [JsonReading.Run(old)]) });
        between.Findings.ShouldHaveSingleItem().Baseline.ShouldBe(BaselineState.Fixed);
        TestRuns.Report(TestRuns.Policy() with { Baseline = new Baseline("old.json", [JsonReading.Run(between)]) }).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5, Verdict.Valid)]
    [InlineData(6, Verdict.Undetermined)]
    public void Assemble_BaselineAndMoreThanAreKept_ComparesTheTotals(int now, Verdict verdict)
    {
        ValidationPolicy few = TestRuns.Policy() with { Limits = Few(2) };
        ValidationReport old = TestRuns.Report(few, [.. Enumerable.Range(0, 5).Select(i => TestRuns.Unowned($"f{i}", i))]);
        ValidationPolicy policy = few with { Baseline = new Baseline("old.json", [JsonReading.Run(old)]) };
        TestRuns.Report(policy, [.. Enumerable.Range(0, now).Select(i => TestRuns.Unowned($"f{i}", i))]).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Assemble_RuleThatIsOff_IsNotReported() =>
        TestRuns.Report(TestRuns.Policy("importer"), Finding.Of("EVT901", Location.Input)).Findings.ShouldBeEmpty();

    [Fact]
    public void Assemble_UnknownRule_IsAFaultOfOurs() =>
        Should.Throw<InvalidOperationException>(() => TestRuns.Report(TestRuns.Policy(), Finding.Of("NOP001", Location.Input)));

    [Theory]
    [InlineData(0)]
    [InlineData(0, Verdict.Valid, Verdict.Valid)]
    [InlineData(1, Verdict.Valid, Verdict.Invalid, Verdict.Undetermined)]
    [InlineData(1, Verdict.Undetermined, Verdict.Invalid)]
    [InlineData(4, Verdict.Undetermined, Verdict.Valid)]
    public void ExitCode_Verdicts_TheWorstCounts(int code, params Verdict[] verdicts) =>
        ExitCodes.Of(verdicts.Select(verdict => TestRuns.Report(TestRuns.Policy()) with { Verdict = verdict })).ShouldBe(code);

    private static ValidationReport Assemble(FindingBuffer found, ValidationPolicy policy) =>
        ReportAssembler.Assemble(TestRuns.Facts, found, policy, TestCatalogue.Rules);

    private static ValidationPolicy Suppressing(Suppression suppression) =>
        TestRuns.Policy() with { ConfigurationName = "conformance.json", Suppressions = [suppression] };

    private static Limits Few(long findings) => Limits.Of(new Dictionary<string, long> { ["findings"] = findings });
}
