using Conformance.Findings;
using Conformance.Policy;
using Conformance.Tests.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

public sealed class PolicyBuilderTests
{
    [Fact]
    public void Build_NothingAsked_IsTheCatalogue()
    {
        ValidationPolicy policy = Build(new PolicyRequest()).ShouldBeValue();
        policy.Profile.Name.ShouldBe("spec");
        policy.FailOn.ShouldBe(FailOn.Error);
        Severities(policy).ShouldBe("OWN901 error, OWN902 warning, STA901 warning, EVT901 info");
    }

    // The catalogue under test: OWN901 implied MUST error; OWN902 spec SHOULD warning; STA901 contested warning; EVT901 open MAY info,
    // with entries of its own for strict and importer.
    [Theory]
    [InlineData("spec", "OWN901 error, OWN902 warning, STA901 warning, EVT901 info")]
    [InlineData("recommended", "OWN901 error, OWN902 warning, STA901 warning, EVT901 info")]
    [InlineData("strict", "OWN901 error, OWN902 warning, STA901 error, EVT901 error")]
    [InlineData("importer", "OWN901 error, OWN902 info, STA901 info, EVT901 off")]
    public void Build_Profile_MovesSeverities(string profile, string severities) =>
        Severities(Build(new PolicyRequest { Profile = profile }).ShouldBeValue()).ShouldBe(severities);

    [Fact]
    public void Build_Options_ComeBeforeTheConfiguration()
    {
        var configuration = new Configuration
        {
            Name = "c.json",
            Profile = "strict",
            FailOn = FailOn.Never,
            Rules = [new("OWN901", Severity.Off), new("OWN902", Severity.Off)],
            Limits = [new("depth", 10), new("findings", 10)],
        };
        ValidationPolicy policy = Build(new PolicyRequest
        {
            Configuration = configuration,
            Profile = "spec",
            FailOn = "warning",
            Rules = ["own901=info"],
            Limits = ["depth=20"],
        }).ShouldBeValue();
        policy.Profile.Name.ShouldBe("spec");
        policy.FailOn.ShouldBe(FailOn.Warning);
        Severities(policy).ShouldBe("OWN901 info, OWN902 off, STA901 warning, EVT901 info");
        policy.Limits["depth"].ShouldBe(20);
        policy.Limits["findings"].ShouldBe(10);
    }

    [Fact]
    public void Build_RuleAfterArea_HoldsWhereverItStands() =>
        Severities(Build(new PolicyRequest { Rules = ["FileWithoutOwner=warning", "OWN=off"] }).ShouldBeValue())
            .ShouldStartWith("OWN901 warning, OWN902 off");

    [Fact]
    public void Build_RulesThatAreOff_AreNotEvenCounted()
    {
        ValidationPolicy policy = Build(new PolicyRequest { Rules = ["OWN901=off"], Limits = ["findings=3"] }).ShouldBeValue();
        policy.ForFindings().IsOn("OWN901").ShouldBeFalse();
        policy.ForFindings().IsOn("OWN902").ShouldBeTrue();
        policy.ForFindings().PerRule.ShouldBe(3);
    }

    [Fact]
    public void Build_Mistakes_AreAllNamed() =>
        Build(new PolicyRequest
        {
            Profile = "lax",
            FailOn = "info",
            Rules = ["OWN901", "XXX=off", "OWN901=fatal"],
            Limits = ["depth", "depht=3", "depth=3000", "itemBytes=1kB", "itemBytes=99999999TiB"],
        }).Problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "--profile: there is no profile \"lax\"; there are spec, recommended, strict, importer",
            "--fail-on: the severity that fails is error, warning or never, not \"info\"",
            "--limit: write NAME=VALUE (itemBytes=64MiB), not \"depth\"",
            "--limit: there is no limit \"depht\"; did you mean \"depth\"?",
            "--limit: the limit depth is from 8 to 1024; 3000 is outside",
            "--limit: the limit itemBytes takes a number of bytes such as 4096 or 64MiB, not \"1kB\"",
            "--limit: the limit itemBytes takes a number of bytes such as 4096 or 64MiB, not \"99999999TiB\"",
            "--rule: write RULE=SEVERITY (OWN003=warning), not \"OWN901\"",
            "--rule: there is no rule \"XXX\"; \"validate rules\" lists them",
            "--rule: the severity of OWN901 is error, warning, info or off, not \"fatal\"",
        ]);

    [Fact]
    public void Limits_Defaults_AreThoseOfTheParts()
    {
        Limits.Default.ForContainer().ShouldBe(new Conformance.Containers.ContainerLimits());
        Limits.Default.ForMspf().ShouldBe(new Conformance.Profiles.Mspf.MspfLimits());
        Limits.Default.ForMspf().ForCutting().ShouldBe(Conformance.Documents.Cutting.CutLimits.Default);
    }

    [Fact]
    public void Limits_EveryDefinition_HoldsItsOwnDefault()
    {
        foreach (LimitDefinition definition in Limits.Definitions)
        {
            definition.Default.ShouldBeInRange(definition.Minimum, definition.Maximum, definition.Name);
            definition.Description.ShouldEndWith(".");
        }
    }

    private static Parsed<ValidationPolicy> Build(PolicyRequest request) => PolicyBuilder.Build(request, TestCatalogue.Rules, TimeProvider.System);

    private static string Severities(ValidationPolicy policy) => string.Join(", ",
        ((string[])["OWN901", "OWN902", "STA901", "EVT901"]).Select(id => $"{id} {policy.Severities[id].ToString().ToLowerInvariant()}"));
}
