using Conformance.Catalogue;
using Conformance.Findings;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>Requirement, rule and case: none without the others.</summary>
[Collection(nameof(AloneInTheProcess))]
public class CorpusTriangleTests
{
    private static readonly RuleCatalogue Catalogue = RuleCatalogue.Default;

    public static TheoryData<string> TriggeredRules =>
        [.. CaseFile.All.SelectMany(c => c.RequiredRules).Distinct().Where(rule => Catalogue.Find(rule) is not null).Order(StringComparer.Ordinal)];

    [Fact]
    public void Requirements_All_HaveRulesOrAReason() =>
        Catalogue.Requirements.Where(r => r.Rules.IsEmpty == r.Untested is null).Select(r => r.Id).ShouldBeEmpty();

    [Fact]
    public void Requirements_OfRulesAndCases_Exist()
    {
        Assert.SkipWhen(Catalogue.Requirements.IsEmpty, "The ledger of requirements isn't built in yet.");
        var known = Catalogue.Requirements.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        CaseFile.All.SelectMany(c => c.Requirements).Concat(Catalogue.Rules.SelectMany(r => r.Requirements)).Distinct()
            .Where(id => !known.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_NamedByCases_Exist() =>
        CaseFile.All.SelectMany(c => c.RequiredRules.Concat(c.Allowed).Concat(c.NearTwinOf)).Distinct()
            .Where(rule => Catalogue.Find(rule) is null).ShouldBeEmpty();

    [Fact]
    public void Rules_All_HaveATriggeringCase() =>
        Catalogue.Rules.Select(r => r.Id).Except(CaseFile.All.SelectMany(c => c.RequiredRules))
            .Order(StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Rules_All_HaveANearTwin() =>
        Catalogue.Rules.Select(r => r.Id).Except(CaseFile.All.SelectMany(c => c.NearTwinOf))
            .Order(StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void NearTwins_All_DontAllowWhatTheyComeCloseTo() =>
        CaseFile.All.Where(c => c.NearTwinOf.Intersect(c.Allowed.Concat(c.RequiredRules)).Any()).Select(c => c.Id).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(TriggeredRules))]
    public void Rule_SwitchedOff_TurnsItsCaseRed(string rule)
    {
        CaseFile made = CaseFile.All.Where(c => c.RequiredRules.Contains(rule)).OrderBy(c => OpenEnds.KnownFailures.ContainsKey(c.Id)).First();

        CaseRun run = CaseRun.Of(made, "--rule", $"{rule}=off").OrSkip(made);

        run.Rules.ShouldNotContain(rule);
        run.Differences(made).ShouldContain(difference => difference.Contains($"\"{rule}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Severities_OpenAndReviewRules_NeverErrorsInProfileSpec() =>
        Catalogue.Rules.Where(r => r.Status is RuleStatus.Open or RuleStatus.Review or RuleStatus.Contested && r.Severity == Severity.Error)
            .Select(r => r.Id).ShouldBeEmpty();
}
