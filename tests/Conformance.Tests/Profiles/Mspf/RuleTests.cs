using Conformance.Catalogue;
using Conformance.Findings;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>Every rule of the profile, broken and nearly broken.</summary>
public sealed class RuleTests
{
    private static readonly string[] Areas = ["MAN", "OWN", "COR", "ROM", "USR", "E2E", "SEC"];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (int i = 0; i < RuleCases.All.Count; i++)
            {
                cases.Add(i, RuleCases.All[i].Rule);
            }

            return cases;
        }
    }

    [Fact]
    public void Run_UntouchedArchive_ReportsNothing() => new ArchiveBuilder().Run().Rules.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rule_Broken_IsReportedAndNoOther(int index, string rule)
    {
        RuleCase item = RuleCases.All[index];
        var archive = new ArchiveBuilder();
        item.Break(archive);

        ArchiveResult result = archive.Run();

        result.Rules.ShouldContain(rule);
        result.Rules.Except([rule, .. item.With, .. item.MayHave]).ShouldBeEmpty();
        item.With.Except(result.Rules).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rule_NearTwin_IsNotReported(int index, string rule)
    {
        var archive = new ArchiveBuilder();
        RuleCases.All[index].Spare(archive);

        archive.Run().Rules.ShouldNotContain(rule);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rule_Broken_FillsEveryNameInItsMessage(int index, string rule)
    {
        var archive = new ArchiveBuilder();
        RuleCases.All[index].Break(archive);

        Finding finding = archive.Run().Buffer.Findings.First(finding => finding.Rule == rule);

        string message = RuleCatalogue.Default.Find(rule)!.Message;
        foreach (Argument argument in finding.Arguments)
        {
            message = message.Replace("{" + argument.Name + "}", argument.Value, StringComparison.Ordinal);
        }

        message.Replace("{\"version\": 0", "", StringComparison.Ordinal).ShouldNotContain('{');
        finding.Arguments.ShouldAllBe(argument => argument.Value.Length > 0);
    }

    [Fact]
    public void Catalogue_RulesOfTheProfile_HaveACaseEach()
    {
        IEnumerable<string> rules = RuleCatalogue.Default.Rules.Select(rule => rule.Id)
            .Where(id => Areas.Contains(id[..3]) || (string.CompareOrdinal(id, "LIM020") >= 0 && string.CompareOrdinal(id, "LIM039") <= 0));

        rules.Except(RuleCases.All.Select(item => item.Rule)).ShouldBeEmpty();
        RuleCases.All.Select(item => item.Rule).Except(RuleCatalogue.Default.Rules.Select(rule => rule.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Catalogue_OpenAndReviewedRules_AreErrorsOnlyWhereAskedFor()
    {
        IEnumerable<Rule> rules = RuleCatalogue.Default.Rules.Where(rule => rule.Status is RuleStatus.Open or RuleStatus.Review);

        rules.ShouldAllBe(rule => rule.Severity != Severity.Error);
    }
}
