using System.Text.Json;
using Conformance.Policy;
using Conformance.Reports;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

/// <summary>What SARIF 2.1.0 and GitHub's code scanning ask for.</summary>
public sealed class SarifReportWriterTests
{
    [Fact]
    public void Write_SmallReport_ReadsAsApproved() =>
        Rendering.Of("sarif", TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a b/ü:1.json", 1, 7))).ShouldMatchApproved(c => c.SubFolder("Approved"));

    [Fact]
    public void Write_SeveralInputs_IsOneRun()
    {
        // GitHub refuses a file with several runs of one tool and category.
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("sarif", TestRuns.Sample(), TestRuns.Sample()));
        json.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        json.RootElement.GetProperty("runs").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void Write_EveryRule_HasWhatCodeScanningShows()
    {
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("sarif", TestRuns.Sample()));
        foreach (JsonElement rule in Rules(json))
        {
            rule.GetProperty("id").GetString()!.ShouldMatch("^[A-Z][A-Z0-9]{2}[0-9]{3}$");
            rule.GetProperty("name").GetString()!.ShouldMatch("^[A-Z][A-Za-z0-9]+$");
            rule.GetProperty("name").GetString()!.Length.ShouldBeLessThanOrEqualTo(255);
            rule.GetProperty("shortDescription").GetProperty("text").GetString()!.Length.ShouldBeInRange(1, 1024);
            rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length.ShouldBeInRange(1, 1024);
            rule.GetProperty("help").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            rule.GetProperty("help").GetProperty("markdown").GetString().ShouldNotBeNullOrEmpty();
            rule.GetProperty("defaultConfiguration").GetProperty("level").GetString().ShouldBeOneOf("error", "warning", "note");
            rule.GetProperty("properties").GetProperty("tags").GetArrayLength().ShouldBeInRange(1, 20);
        }
    }

    [Fact]
    public void Write_EveryResult_HasTextPlaceAndFingerprint()
    {
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("sarif", Hostile.Report(), TestRuns.Sample()));
        JsonElement[] rules = Rules(json);
        foreach (JsonElement result in Results(json))
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
            result.GetProperty("message").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!.ShouldMatch("^[0-9a-f]{16}:1$");
            JsonElement physical = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            physical.GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(1);
            string uri = physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Uri.TryCreate(uri, UriKind.Relative, out _).ShouldBeTrue(uri);
            uri.ShouldMatch(@"^(?!/)[A-Za-z0-9\-._~/!$&'()*+,;=@%]+$");
        }
    }

    [Fact]
    public void Write_SuppressedFinding_IsKeptAndMarked()
    {
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("sarif", TestRuns.Sample()));
        JsonElement suppressed = Results(json).Single(result => result.TryGetProperty("suppressions", out _));
        suppressed.GetProperty("ruleId").GetString().ShouldBe("OWN902");
        suppressed.GetProperty("suppressions")[0].GetProperty("justification").GetString().ShouldBe("known, see ticket 7");
    }

    [Fact]
    public void Write_WithBaseline_TellsTheStates()
    {
        var old = new Baseline("old.json", [JsonReading.Run(TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a", 1), TestRuns.Unowned("gone", 2)))]);
        ValidationReport report = TestRuns.Report(TestRuns.Policy() with { Baseline = old }, TestRuns.Unowned("a", 1), TestRuns.Unowned("b", 2));
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("sarif", report));
        Results(json).Select(result => result.GetProperty("baselineState").GetString()).ShouldBe(["unchanged", "new", "absent"]);
    }

    [Fact]
    public void Write_WhatWasNotChecked_IsANotification()
    {
        using JsonDocument json = JsonDocument.Parse(Rendering.Of("sarif", TestRuns.Sample()));
        JsonElement notification = json.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        notification.GetProperty("message").GetProperty("text").GetString()!.ShouldStartWith("Not checked: signatures of one server.");
    }

    [Fact]
    public void Write_PublishedRulePages_AreWhereHelpLeads()
    {
        ReportOptions options = Rendering.Options with { RulePages = new Uri("https://docs.example/rules/") };
        Rendering.Of("sarif", options, TestRuns.Sample()).ShouldContain("\"helpUri\": \"https://docs.example/rules/OWN.md#own901\"");
    }

    [Theory]
    [InlineData("archive.tar.gz", "a/b.json", "archive.tar.gz/a/b.json")]
    [InlineData("./in/export", "a b", "in/export/a%20b")]
    [InlineData(".", "a:b", "a%3Ab")]
    [InlineData(".", null, ".")]
    [InlineData("/data/x", "ü", "file:///data/x/%C3%BC")]
    [InlineData("C:/data", "x", "file:///C%3A/data/x")]
    [InlineData("-", "x", "standard-input/x")]
    [InlineData("a%b", null, "a%25b")]
    public void ArtifactUri_InputAndMember_AreEncoded(string input, string? member, string uri) => ArtifactUri.Of(input, member).ShouldBe(uri);

    private static JsonElement[] Rules(JsonDocument json) =>
        [.. json.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

    private static JsonElement[] Results(JsonDocument json) => [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
}
