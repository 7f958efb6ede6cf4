using System.Text;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Catalogue;

/// <summary>Ids that were given out stay with their rules: scripts and configuration files of users depend on them.</summary>
public sealed class LedgerTests
{
    private static readonly Dictionary<string, string> Given = Read("rules", value => value.GetString()!);
    private static readonly Dictionary<string, string> Retired = Read("retired", value => value.GetProperty("name").GetString()!);

    [Fact]
    public void Ledger_EveryRule_StandsInItUnderItsName()
    {
        string[] missing = [.. RuleCatalogue.Default.Rules.Where(rule => Given.GetValueOrDefault(rule.Id) != rule.Name).Select(rule => $"\"{rule.Id}\": \"{rule.Name}\"")];
        missing.ShouldBeEmpty("Put these lines into schemas/ledger.json; a name that differs there was given out before and must not change:\n"
            + string.Join(",\n", missing));
    }

    [Fact]
    public void Ledger_EveryId_IsInTheCatalogueOrRetired() =>
        Given.Keys.Where(id => RuleCatalogue.Default.Find(id) is null).ShouldBeEmpty("Rules never vanish: move the id to \"retired\" and say why.");

    [Fact]
    public void Ledger_RetiredIds_AreNotUsedAgain()
    {
        Retired.Keys.Where(id => RuleCatalogue.Default.Find(id) is not null || Given.ContainsKey(id)).ShouldBeEmpty();
        Retired.Values.Intersect(RuleCatalogue.Default.Rules.Select(rule => rule.Name)).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(string member, Func<JsonElement, string> value)
    {
        byte[] file = Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Repository.Root, "schemas", "ledger.json")));
        using JsonDocument document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty(member).EnumerateObject().ToDictionary(entry => entry.Name, entry => value(entry.Value), StringComparer.Ordinal);
    }
}
