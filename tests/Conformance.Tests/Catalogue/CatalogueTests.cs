using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Tests.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Catalogue;

/// <summary>What holds for every rule and requirement there is.</summary>
public sealed class CatalogueTests
{
    private static readonly RuleCatalogue Rules = RuleCatalogue.Default;

    [Fact]
    public void Rules_Ids_AreUniqueAndOfTheirArea()
    {
        Rules.Rules.Select(rule => rule.Id).ShouldBeUnique();
        Rules.Areas.Select(area => area.Id).ShouldBeUnique();
        Rules.Rules.Select(rule => rule.Area).Distinct().Except(Rules.Areas.Select(area => area.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_Names_AreUnique() => Rules.Rules.Select(rule => rule.Name).ShouldBeUnique();

    [Fact]
    public void Rules_Titles_AreUnique() => Rules.Rules.Select(rule => $"{rule.Area} {rule.Title}").ShouldBeUnique();

    [Fact]
    public void Rules_Messages_HaveNoBracesButThoseOfArguments()
    {
        foreach (Rule rule in Rules.Rules)
        {
            string rest = rule.Message;
            foreach ((int start, int length) in MessageText.Names(rule.Message).Reverse())
            {
                rule.Message[(start + 1)..(start + length - 1)].ShouldMatch("^[a-z][A-Za-z0-9]*$", rule.Id);
                rest = rest.Remove(start, length);
            }

            rest.ShouldNotContain("{", Case.Sensitive, rule.Id);
            rest.ShouldNotContain("}", Case.Sensitive, rule.Id);
        }
    }

    [Fact]
    public void Rules_OtherTexts_NameNoArguments() =>
        Rules.Rules.Where(rule => MessageText.Names(rule.Title).Concat(MessageText.Names(rule.Why)).Concat(MessageText.Names(rule.Repair)).Any())
            .Select(rule => rule.Id).ShouldBeEmpty("Only messages are filled in.");

    [Fact]
    public void Rules_ForFaultsOfReaders_UseTheArgumentsThatReadersGive() =>
        Rules.Rules.Where(rule => !rule.Faults.IsEmpty)
            .Where(rule => MessageText.Names(rule.Message).Any(name => rule.Message.Substring(name.Start, name.Length) is not ("{detail}" or "{text}")))
            .Select(rule => rule.Id).ShouldBeEmpty();

    [Fact]
    public void Rules_Requirements_AreInTheLedgerOfRequirements()
    {
        HashSet<string> known = [.. Rules.Requirements.Select(requirement => requirement.Id)];
        string[] documents = [.. known.Select(id => id[..id.IndexOf('-', StringComparison.Ordinal)]).Distinct()];
        Rules.Rules.SelectMany(rule => rule.Requirements.Select(requirement => (rule.Id, requirement)))
            .Where(pair => documents.Any(document => pair.requirement.StartsWith($"{document}-", StringComparison.Ordinal)) && !known.Contains(pair.requirement))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Requirements_Ids_AreUnique() => Rules.Requirements.Select(requirement => requirement.Id).ShouldBeUnique();

    [Fact]
    public void Requirements_Each_HasRulesOrAReasonWhyNone() =>
        Rules.Requirements.Where(requirement => requirement.Rules.IsEmpty == requirement.Untested is null).Select(requirement => requirement.Id).ShouldBeEmpty();

    [Theory]
    [InlineData("spec")]
    [InlineData("recommended")]
    [InlineData("importer")]
    public void Rules_OnUnsureGround_NeverFailOutsideStrict(string profile) =>
        Rules.Rules
            .Where(rule => rule.Status is RuleStatus.Open or RuleStatus.Review or RuleStatus.Contested)
            .Where(rule => Profile.Find(profile)!.SeverityOf(rule) == Severity.Error)
            .Select(rule => rule.Id).ShouldBeEmpty();

    [Fact]
    public void Rules_Contested_FailInStrict() =>
        Rules.Rules.Where(rule => rule.Status == RuleStatus.Contested && !rule.TryGetSeverity("strict", out _))
            .ShouldAllBe(rule => Profile.Find("strict")!.SeverityOf(rule) == Severity.Error);

    [Fact]
    public void Rules_InStrict_WeighNoLessThanInSpec()
    {
        Profile spec = Profile.Find("spec")!;
        Profile strict = Profile.Find("strict")!;
        Rules.Rules.Where(rule => strict.SeverityOf(rule) < spec.SeverityOf(rule)).Select(rule => rule.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Policy_OfEveryProfile_CanBeBuilt()
    {
        foreach (string profile in Profile.Names)
        {
            PolicyBuilder.Build(new PolicyRequest { Profile = profile }, Rules, TimeProvider.System).ShouldBeValue().Severities.Count.ShouldBe(Rules.Rules.Length);
        }
    }
}
