using System.Text;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Policy;
using Conformance.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

public sealed class ExplainWriterTests
{
    [Theory]
    [InlineData("OWN901")]
    [InlineData("STA901")]
    public void Write_Rule_ReadsAsApproved(string id) =>
        Explain(TestCatalogue.Rules.Find(id)!, TestCatalogue.Rules).ShouldMatchApproved(c => c.SubFolder("Approved").WithDiscriminator(id));

    [Fact]
    public void Write_EveryRule_FitsAndSaysAll()
    {
        foreach (Rule rule in RuleCatalogue.Default.Rules)
        {
            string text = Explain(rule, RuleCatalogue.Default);
            text.ShouldStartWith($"{rule.Id} {rule.Name}\n");
            text.ShouldAllBe(c => c == '\n' || !char.IsControl(c));
        }
    }

    [Theory]
    [InlineData("own901", "OWN901")]
    [InlineData("FileWithoutOwner", "OWN901")]
    public void Find_IdOrName_IsTheRule(string text, string id) => ExplainWriter.Find(text, TestCatalogue.Rules).TryGetValue(out Rule? rule).ShouldBe(rule?.Id == id);

    [Theory]
    [InlineData("OWN")]
    [InlineData("OWN999")]
    [InlineData("")]
    public void Find_NoRule_SaysWhatToDo(string text) => ExplainWriter.Find(text, TestCatalogue.Rules).Problems.ShouldHaveSingleItem();

    [Fact]
    public void List_Text_ReadsAsApproved() => List("text").ShouldMatchApproved(c => c.SubFolder("Approved"));

    [Fact]
    public void List_Json_HasEveryRuleWithItsSeverities()
    {
        using JsonDocument json = JsonDocument.Parse(List("json"));
        JsonElement rule = json.RootElement.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "EVT901");
        rule.GetProperty("severity").GetProperty("spec").GetString().ShouldBe("info");
        rule.GetProperty("severity").GetProperty("importer").GetString().ShouldBe("off");
    }

    [Fact]
    public void List_UnknownFormat_IsAMistakeOfTheCaller() => Should.Throw<ArgumentException>(() => List("pdf"));

    private static string Explain(Rule rule, RuleCatalogue catalogue)
    {
        using var output = new MemoryStream();
        ExplainWriter.Write(rule, catalogue, output, Rendering.Options);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string List(string format)
    {
        using var output = new MemoryStream();
        RuleListWriter.Write(format, TestCatalogue.Rules, Profile.Find("spec")!, output, Rendering.Options);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
