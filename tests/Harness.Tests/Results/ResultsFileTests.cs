using System.Text.Json;
using System.Xml.Linq;
using Conformance.Suites.Harness.Results;
using Conformance.Suites.Harness.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Results;

public class ResultsFileTests
{
    private static readonly DateTimeOffset Started = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Outcome_InTheirOrder_ErrorIsGreatest() =>
        new[] { Outcome.Error, Outcome.Skip, Outcome.Fail, Outcome.Disabled, Outcome.Pass }.Order()
            .ShouldBe([Outcome.Disabled, Outcome.Skip, Outcome.Pass, Outcome.Fail, Outcome.Error]);

    [Theory]
    [InlineData(new[] { Outcome.Pass, Outcome.Skip }, Outcome.Pass)]
    [InlineData(new[] { Outcome.Pass, Outcome.Fail, Outcome.Disabled }, Outcome.Fail)]
    [InlineData(new[] { Outcome.Fail, Outcome.Error }, Outcome.Error)]
    [InlineData(new Outcome[0], Outcome.Skip)]
    public void Outcome_OfAll_IsTheGreatest(Outcome[] outcomes, Outcome expected) =>
        Of([.. outcomes.Select(outcome => Result("X-1", outcome))]).Outcome.ShouldBe(expected);

    [Fact]
    public void Outcome_FailsOnlyForAKnownDivergence_IsPass() =>
        Of(Result("X-1", Outcome.Pass), Result("X-2", Outcome.Fail) with { Divergence = "SYN-1" }).Outcome.ShouldBe(Outcome.Pass);

    [Fact]
    public void Write_EveryOutcome_FollowsTheSchema()
    {
        byte[] written = ResultsFile.Write(All);

        SchemaChecks.Violations("suites/results.schema.json", written).ShouldBeEmpty();
        using var document = JsonDocument.Parse(written);
        document.RootElement.GetProperty("outcome").GetString().ShouldBe("error");
        document.RootElement.GetProperty("counts").EnumerateObject().Select(count => $"{count.Name} {count.Value}")
            .ShouldBe(["disabled 1", "skip 1", "pass 1", "fail 1", "error 1", "knownDivergence 1"]);
    }

    [Fact]
    public void WriteJUnit_EveryOutcome_HasItsElementAndCounts()
    {
        XElement suite = XDocument.Parse(JUnitFile.Write(All)).Root!.Elements("testsuite").Single();

        new[] { "tests", "failures", "errors", "skipped" }.Select(name => $"{name} {suite.Attribute(name)?.Value}").ShouldBe(["tests 6", "failures 1", "errors 1", "skipped 3"]);
        suite.Elements("testcase").Select(one => one.Elements().FirstOrDefault(element => element.Name != "system-out")?.Name.LocalName ?? "passed")
            .ShouldBe(["passed", "skipped", "skipped", "failure", "error", "skipped"]);
        suite.Element("properties")!.Elements().Select(property => property.Attribute("value")?.Value).ShouldBe(["Synapse", "1.160.0"]);
    }

    [Fact]
    public void WriteJUnit_MessageWithControlCharacters_IsXmlAllTheSame() =>
        XDocument.Parse(JUnitFile.Write(Of(Result("X-1", Outcome.Fail) with { Message = "a\0b\u001b[31m\uFFFE\uD800<&>" })))
            .Descendants("failure").Single().Attribute("message")!.Value.ShouldContain("[31m");

    private static SuiteResults All => Of(
        Result("X-1", Outcome.Pass) with { Requirements = ["FED-1"], Observations = ["It does so."], Evidence = ["evidence/x/0001.json"] },
        Result("X-2", Outcome.Disabled) with { Message = "switched off" },
        Result("X-3", Outcome.Skip) with { Message = "not here" },
        Result("X-4", Outcome.Fail) with { Message = "does otherwise" },
        Result("X-5", Outcome.Error) with { Message = "no engine" },
        Result("X-6", Outcome.Fail) with { Message = "does otherwise", Divergence = "SYN-1" });

    private static ScenarioResult Result(string id, Outcome outcome) =>
        new() { Scenario = id, Title = "does so", Target = "t", Outcome = outcome, Started = Started, Took = TimeSpan.FromMilliseconds(1234) };

    private static SuiteResults Of(params ScenarioResult[] results) => new()
    {
        Suite = "Suite",
        Started = Started,
        Took = TimeSpan.FromSeconds(3),
        Engine = "Docker 20.10",
        Targets = [new TargetFacts("t", "Target", "Synapse", "1.160.0", TimeSpan.FromSeconds(2.5))],
        Results = [.. results],
    };
}
