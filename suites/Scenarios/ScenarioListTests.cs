using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Policy;
using Conformance.Suites.Scenarios.Support;
using Conformance.Tests.Support;
using Conformance.Validation;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Scenarios;

/// <summary>The list of scenarios is complete, and says of each what is true. Needs no target.</summary>
public sealed class ScenarioListTests
{
    private static readonly (string Series, int Count)[] Series = [("PJ", 62), ("PR", 37), ("FD", 61), ("PX", 65)];

    private static readonly HashSet<string> Tested = [.. typeof(ScenarioListTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttributes<ScenarioAttribute>()).Select(scenario => scenario.Id)];

    [Fact]
    public void List_HasEveryScenarioOnce()
    {
        IEnumerable<string> all = Series.SelectMany(series => Enumerable.Range(1, series.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{series.Series}-S{number:00}")));

        Entries().Select(entry => entry.Id).ShouldBe(all, ignoreOrder: true);
    }

    [Fact]
    public void Status_SaysWhetherThereIsATest()
    {
        foreach ((string id, string status, string? note) in Entries())
        {
            (status is "built" or "partly").ShouldBe(Tested.Contains(id), $"{id} is {status}");
            (status == "built").ShouldBe(note is null, $"{id}: what isn't whole says what is missing, or why");
        }
    }

    [Fact]
    public void EveryTest_IsOfAKnownScenario() => Tested.Except(Entries().Select(entry => entry.Id)).ShouldBeEmpty();

    [Fact]
    public void KnownAnswers_BreakTheirRules()
    {
        foreach (KnownAnswer known in KnownAnswer.Read(Path.Combine(Repository.Root, "suites", "targets", "synapse", "known-answers.json")))
        {
            var options = new ValidationOptions { Policy = ValidationPolicy.Of(Profile.Find(Profile.DefaultName)!, RuleCatalogue.Default, TimeProvider.System) };

            ValidationReport report = Validator.Run(known.Evidence, options, TestContext.Current.CancellationToken).Report.ShouldNotBeNull(known.Evidence);

            report.Findings.Select(found => found.Rule.Id).ShouldContain(known.Rule, known.Evidence);
        }
    }

    private static List<(string Id, string Status, string? Note)> Entries()
    {
        using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "suites", "Scenarios", "scenarios.json")));
        return
        [
            .. list.RootElement.GetProperty("scenarios").EnumerateArray().Select(entry => (
                entry.GetProperty("id").GetString()!,
                entry.GetProperty("status").GetString()!,
                entry.TryGetProperty("missing", out JsonElement missing) ? missing.GetString() : entry.TryGetProperty("reason", out JsonElement reason) ? reason.GetString() : null)),
        ];
    }
}
