using Conformance.Catalogue;
using Conformance.Reports;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed class RulePagesTests
{
    private const string Command = "Run `dotnet run --project validator/Cli -- rule-pages docs/rules` and commit the result.";

    public static TheoryData<string> Pages => [.. RulePages.All(RuleCatalogue.Default).Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_InTheRepository_IsCurrent(string path)
    {
        string file = Path.Combine(Repository.Root, "docs", "rules", path);
        File.Exists(file).ShouldBeTrue($"docs/rules/{path} is missing. {Command}");
        string content = RulePages.All(RuleCatalogue.Default).Single(page => page.Path == path).Content;
        (File.ReadAllText(file).ReplaceLineEndings("\n") == content).ShouldBeTrue($"docs/rules/{path} is not what the catalogue says. {Command}");
    }

    [Fact]
    public void Folder_HasNoOtherPages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "rules")).Select(Path.GetFileName)
            .Except(RulePages.All(RuleCatalogue.Default).Select(page => page.Path)).ShouldBeEmpty();

    [Fact]
    public void Pages_OfTheTestCatalogue_ReadAsApproved() =>
        string.Join("\n=====\n\n", RulePages.All(TestCatalogue.Rules).Where(page => page.Path is "README.md" or "STA.md").Select(page => page.Content))
            .ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("md"));

    [Fact]
    public void Pages_EveryRule_HasAnAnchorThatTheIndexLeadsTo()
    {
        var pages = RulePages.All(RuleCatalogue.Default).ToDictionary(page => page.Path, page => page.Content);
        foreach (Rule rule in RuleCatalogue.Default.Rules)
        {
            string anchor = rule.Id.ToLowerInvariant();
            pages[$"{rule.Area}.md"].ShouldContain($"<a id=\"{anchor}\"></a>");
            pages["README.md"].ShouldContain($"[{rule.Id}]({rule.Area}.md#{anchor})");
        }
    }
}
