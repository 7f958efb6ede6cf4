using System.Text.RegularExpressions;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Rules;

/// <summary>Catalogue and code name the same rules, and messages the same arguments.</summary>
public sealed partial class EventRuleCatalogueTests
{
    private static string Folder => Path.Combine(Repository.Root, "validator", "Conformance", "Events", "Rules");

    // Rules that need the whole room are among the rules on rooms.
    private static IEnumerable<Rule> Rules => RuleCatalogue.Default.Rules.Where(rule => rule.Area is "EVT" or "HSH" && rule.Id != "HSH006");

    [Fact]
    public void Rules_OfTheseAreas_HaveAFileEach()
    {
        string[] files = [.. Directory.GetFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => RuleId().IsMatch(name)).Order()];
        string[] rules = [.. Rules.Select(rule => rule.Id).Order()];
        rules.ShouldBe(files);
    }

    [Fact]
    public void Messages_OfTheseAreas_NameTheArgumentsThatTheirRulesGive()
    {
        foreach (Rule rule in Rules)
        {
            string code = File.ReadAllText(Path.Combine(Folder, rule.Id + ".cs"));
            string[] given = [.. ArgumentName().Matches(code).Select(match => match.Groups[1].Value).Order()];
            string[] named = [.. Placeholder().Matches(rule.Message).Select(match => match.Groups[1].Value).Distinct().Order()];
            named.ShouldBe(given, rule.Id);
        }
    }

    [Fact]
    public void Errors_OfTheseAreas_StandOnFirmGround() =>
        RuleCatalogue.Default.Rules.Where(rule => rule.Area is "EVT" or "HSH" && rule.Severity == Severity.Error)
            .ShouldAllBe(rule => rule.Status == RuleStatus.Spec || rule.Status == RuleStatus.Implied);

    [GeneratedRegex("^[A-Z]{3}[0-9]{3}$")]
    private static partial Regex RuleId();

    [GeneratedRegex("\\(\"([A-Za-z]+)\", ")]
    private static partial Regex ArgumentName();

    [GeneratedRegex("\\{([A-Za-z]+)\\}")]
    private static partial Regex Placeholder();
}
