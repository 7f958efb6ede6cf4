using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Findings;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>The ledger of what MSC2783 requires, and the rules that check it.</summary>
public sealed class LedgerTests
{
    private static readonly int[] Numbers =
    [
        1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 30, 31, 32, 40, 41, 42, 43, 50, 51, 52, 53, 54, 55, 56, 57,
        60, 61, 62, 63, 64, 65, 66, 67, 70, 71, 80, 81, 90, 91, 92,
    ];

    private static readonly ImmutableArray<Requirement> Ledger =
        [.. RuleCatalogue.Default.Requirements.Where(requirement => requirement.Id.StartsWith("MSPF-", StringComparison.Ordinal))];

    [Fact]
    public void Ledger_OfTheDraft_HasEveryRequirement() =>
        Ledger.Select(requirement => requirement.Id).ShouldBe(Numbers.Select(number => $"MSPF-{number}"));

    [Fact]
    public void Ledger_EachRequirement_HasRulesOrAReason() =>
        Ledger.Where(requirement => requirement.Rules.IsEmpty == requirement.Untested is null).ShouldBeEmpty();

    [Fact]
    public void Rules_RequirementsOfTheDraft_AreInTheLedger() =>
        RuleCatalogue.Default.Rules.SelectMany(rule => rule.Requirements).Where(id => id.StartsWith("MSPF-", StringComparison.Ordinal))
            .Except(Ledger.Select(requirement => requirement.Id)).ShouldBeEmpty();

    [Fact]
    public void Rules_OfRequirementsLeftOpen_AreNoErrors()
    {
        var firm = Ledger.Where(requirement => requirement.Status is RuleStatus.Spec or RuleStatus.Implied).Select(requirement => requirement.Id).ToHashSet();

        RuleCatalogue.Default.Rules
            .Where(rule => rule.Area is "MAN" or "OWN" or "COR" or "ROM" or "USR" or "E2E" or "SEC")
            .Where(rule => rule.Severity == Severity.Error && !rule.Requirements.Any(firm.Contains))
            .ShouldBeEmpty();
    }
}
