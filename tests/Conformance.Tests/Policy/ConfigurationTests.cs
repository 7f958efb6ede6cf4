using System.Text;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Tests.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

public sealed class ConfigurationTests
{
    [Fact]
    public void Read_AllMembers_AreTaken()
    {
        Configuration configuration = Read(
            """
            {
              "$schema": "conformance.schema.json",
              "profile": "strict", "failOn": "warning", "baseline": "old.json",
              "rules": { "OWN901": "off", "OddEvent": "error", "sta": "info" },
              "limits": { "findings": 5, "itemBytes": "2 MiB" },
              "suppressions": [
                { "rule": "ItemWithoutFile", "reason": "known", "member": "a/*", "pointer": "/b", "room": "!r", "event": "$e", "fingerprint": "0123456789abcdef", "expires": "2026-12-31" }
              ]
            }
            """).ShouldBeValue();
        configuration.Profile.ShouldBe("strict");
        configuration.FailOn.ShouldBe(FailOn.Warning);
        configuration.Baseline.ShouldBe("old.json");
        configuration.Rules.ShouldBe([new("OWN901", Severity.Off), new("OddEvent", Severity.Error), new("sta", Severity.Info)]);
        configuration.Limits.ShouldBe([new("findings", 5L), new("itemBytes", 2L << 20)]);
        configuration.Suppressions.ShouldHaveSingleItem().ShouldBe(new Suppression("OWN902", "known")
        {
            Member = "a/*",
            Pointer = "/b",
            Room = "!r",
            Event = "$e",
            Fingerprint = "0123456789abcdef",
            Expires = new DateOnly(2026, 12, 31),
            Place = "/suppressions/0",
        });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{ \"rules\": {}, \"suppressions\": [] }")]
    public void Read_Little_IsEnough(string text) => Read(text).ShouldBeValue().Rules.ShouldBeEmpty();

    [Theory]
    [InlineData("[]", "c.json:1:1: the configuration is an object: { \"rules\": { … } }")]
    [InlineData("", "c.json:1:1: this is no JSON from here on: put the syntax right (a comma, a quote, a bracket)")]
    [InlineData("{\n  \"profile\": \"spec\",\n}", "c.json:3:1: this is no JSON from here on: put the syntax right (a comma, a quote, a bracket)")]
    [InlineData("{} x", "c.json:1:4: this is no JSON from here on: put the syntax right (a comma, a quote, a bracket)")]
    [InlineData("{\n \"rulez\": {} }", "c.json:2:2: \"rulez\" means nothing here; did you mean \"rules\"?")]
    [InlineData("{ \"profile\": \"strikt\" }", "c.json:1:14: there is no profile \"strikt\"; did you mean \"strict\"?")]
    [InlineData("{ \"profile\": 1 }", "c.json:1:14: \"profile\" is a string")]
    [InlineData("{ \"failOn\": \"info\" }", "c.json:1:13: the severity that fails is error, warning or never, not \"info\"")]
    [InlineData("{ \"rules\": [] }", "c.json:1:12: \"rules\" is an object")]
    [InlineData("{ \"rules\": { \"OWN991\": \"off\" } }", "c.json:1:14: there is no rule \"OWN991\"; did you mean \"OWN901\"?")]
    [InlineData("{ \"rules\": { \"OWN901\": \"bad\" } }", "c.json:1:24: the severity of OWN901 is error, warning, info or off, not \"bad\"")]
    [InlineData("{ \"rules\": { \"OWN901\": \"3\" } }", "c.json:1:24: the severity of OWN901 is error, warning, info or off, not \"3\"")]
    [InlineData("{ \"profile\": \"spec\", \"profile\": \"spec\" }", "c.json:1:22: \"profile\" stands twice: keep one")]
    [InlineData("{ \"limits\": { \"depth\": 1 } }", "c.json:1:24: the limit depth is from 8 to 1024; 1 is outside")]
    [InlineData("{ \"limits\": { \"depth\": true } }", "c.json:1:24: the limit depth takes a whole number")]
    [InlineData("{ \"limits\": { \"depht\": { \"x\": [1] } } }", "c.json:1:15: there is no limit \"depht\"; did you mean \"depth\"?")]
    [InlineData("{ \"suppressions\": {} }", "c.json:1:19: \"suppressions\" is an array")]
    [InlineData("{ \"suppressions\": [ 1 ] }", "c.json:1:21: a suppression is an object: { \"rule\": \"…\", \"reason\": \"…\" }")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN901\" } ] }", "c.json:1:21: the suppression lacks \"reason\"")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN901\", \"reason\": \" \" } ] }", "c.json:1:51: the reason is empty: say why these findings are accepted")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN\", \"reason\": \"x\" } ] }", "c.json:1:31: there is no rule \"OWN\"; \"validate rules\" lists them")]
    [InlineData("{ \"suppressions\": [ { \"rule\": \"OWN901\", \"reason\": \"x\", \"expires\": \"soon\" } ] }",
        "c.json:1:67: \"expires\" is a day such as 2027-01-31, not \"soon\"")]
    public void Read_Mistake_NamesThePlaceAndWhatToDo(string text, string problem) =>
        Read(text).Problems.ShouldHaveSingleItem().ToString().ShouldBe(problem);

    [Fact]
    public void Read_SeveralMistakes_AreAllNamed() =>
        Read("{ \"x\": 1, \"rules\": { \"NOP999\": 1 }, \"failOn\": [] }").Problems.Length.ShouldBe(4);

    [Fact]
    public void Read_Nested_IsPassedOver()
    {
        string text = "{ \"x\": " + new string('[', 60) + new string(']', 60) + ", \"profile\": \"strict\" }";
        Read(text).Problems.ShouldHaveSingleItem();
    }

    private static Parsed<Configuration> Read(string text) => Configuration.Read("c.json", Encoding.UTF8.GetBytes(text), TestCatalogue.Rules);
}
