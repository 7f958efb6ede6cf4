using System.Text.RegularExpressions;
using Conformance.Catalogue;
using Conformance.Rooms.Rules;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Rules;

/// <summary>Catalogue and code name the same rules on rooms, and messages the same arguments.</summary>
public sealed partial class RoomRuleCatalogueTests
{
    /// <summary>About the form of an archive's item, which is no rule on rooms.</summary>
    private const string OfItem = "STA006";

    private static string Folder => Path.Combine(Repository.Root, "validator", "Conformance", "Rooms", "Rules");

    [Fact]
    public void Rules_OfRooms_HaveAFileEachAndAreAllChecked()
    {
        string[] files = [.. Directory.GetFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => RuleId().IsMatch(name)).Order()];
        string[] rules = [.. RuleCatalogue.Default.Rules.Where(rule => (rule.Area is "DAG" or "AUT" or "STA" && rule.Id != OfItem) || rule.Id == "HSH006").Select(rule => rule.Id).Order()];

        files.ShouldBe(rules);
        RoomRules.All.Select(rule => rule.Id).Order().ShouldBe(rules);
    }

    [Fact]
    public void Messages_OfRulesOnRooms_NameTheArgumentsThatTheirRulesGive()
    {
        string rejection = File.ReadAllText(Path.Combine(Folder, "Rejection.cs"));
        foreach (IRoomGraphRule rule in RoomRules.All)
        {
            string code = File.ReadAllText(Path.Combine(Folder, rule.Id + ".cs"));
            code += code.Contains("Rejection.Report", StringComparison.Ordinal) ? rejection : "";
            string[] given = [.. ArgumentName().Matches(code).Select(match => match.Groups[1].Value).Distinct().Order()];
            string[] named = [.. Placeholder().Matches(RuleCatalogue.Default.Find(rule.Id)!.Message).Select(match => match.Groups[1].Value).Distinct().Order()];
            named.ShouldBe(given, rule.Id);
        }
    }

    [GeneratedRegex("^[A-Z]{3}[0-9]{3}$")]
    private static partial Regex RuleId();

    [GeneratedRegex("\\(\"([A-Za-z]+)\", ")]
    private static partial Regex ArgumentName();

    [GeneratedRegex("\\{([A-Za-z]+)\\}")]
    private static partial Regex Placeholder();
}
