using System.Text;
using System.Text.Json;
using Conformance.Policy;
using Conformance.Tests.Catalogue;
using Conformance.Tests.Reports;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

/// <summary>The published schema of the configuration and the reader of it agree.</summary>
public sealed class ConfigurationSchemaTests
{
    private const string Schema = "config/conformance.schema.json";

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"profile\": \"strict\", \"failOn\": \"never\", \"baseline\": \"x\", \"rules\": { \"OWN901\": \"off\" } }")]
    [InlineData("{ \"limits\": { \"itemBytes\": \"64MiB\", \"depth\": 10, \"findings\": \"7\" } }")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN901\", \"reason\": \"x\", \"member\": \"a/**\", \"expires\": \"2027-01-01\", \"fingerprint\": \"0123456789abcdef\" } ] }")]
    public void Configuration_ThatIsRead_FollowsTheSchema(string text)
    {
        Configuration.Read("c", Encoding.UTF8.GetBytes(text), TestCatalogue.Rules).Problems.ShouldBeEmpty();
        SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"profil\": \"strict\" }")]
    [InlineData("{ \"profile\": \"lax\" }")]
    [InlineData("{ \"failOn\": \"info\" }")]
    [InlineData("{ \"rules\": { \"OWN901\": \"fatal\" } }")]
    [InlineData("{ \"limits\": { \"dept\": 3 } }")]
    [InlineData("{ \"limits\": { \"depth\": true } }")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN901\" } ] }")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN901\", \"reason\": \" \" } ] }")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN901\", \"reason\": \"x\", \"expires\": \"soon\" } ] }")]
    public void Configuration_ThatIsRefused_DoesNotFollowTheSchema(string text)
    {
        Configuration.Read("c", Encoding.UTF8.GetBytes(text), TestCatalogue.Rules).Problems.ShouldNotBeEmpty();
        SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(text)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Schema_Limits_AreThoseThatThereAre()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "schemas", Schema)));
        schema.RootElement.GetProperty("properties").GetProperty("limits").GetProperty("properties").EnumerateObject().Select(limit => limit.Name)
            .ShouldBe(Limits.Definitions.Select(definition => definition.Name));
    }

    [Fact]
    public void Documentation_NamesEveryLimitWithItsDefault()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));
        foreach (LimitDefinition limit in Limits.Definitions)
        {
            page.ShouldContain($"| `{limit.Name}` | {limit.Default} |");
            page.ShouldContain(limit.Description);
        }
    }
}
