using System.Text;
using Conformance.Policy;
using Conformance.Tests.Catalogue;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports;

/// <summary>The JSON report follows its published schema, by the project's own evaluator.</summary>
public sealed class ReportSchemaTests
{
    private const string Schema = "report/report.schema.json";

    [Fact]
    public void Report_WithABitOfEverything_FollowsTheSchema() => Violations(TestRuns.Sample() with { Elapsed = TimeSpan.FromSeconds(1) }).ShouldBeEmpty();

    [Fact]
    public void Report_OfHostileText_FollowsTheSchema() => Violations(Hostile.Report()).ShouldBeEmpty();

    [Fact]
    public void Report_OfSeveralInputs_FollowsTheSchema() => Violations(TestRuns.Sample(), TestRuns.Report(TestRuns.Policy())).ShouldBeEmpty();

    [Fact]
    public void Report_OfNoInput_FollowsTheSchema() => Violations().ShouldBeEmpty();

    [Fact]
    public void Report_WithBaseline_FollowsTheSchema()
    {
        var old = new Baseline("old.json", [JsonReading.Run(TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("gone", 1)))]);
        Violations(TestRuns.Report(TestRuns.Policy() with { Baseline = old }, TestRuns.Unowned("a", 1))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"verdict\": \"invalid\"", "\"verdict\": \"fine\"")]
    [InlineData("\"count\": 1", "\"count\": 0")]
    [InlineData("\"reportVersion\": 1", "\"reportVersion\": 2")]
    [InlineData("\"findings\":", "\"things\":")]
    public void Report_Spoilt_DoesNotFollowTheSchema(string text, string spoilt)
    {
        string json = Rendering.Of("json", TestRuns.Report(TestRuns.Policy(), TestRuns.Unowned("a", 1)));
        json.ShouldContain(text);
        SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(json.Replace(text, spoilt, StringComparison.Ordinal))).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<string> Violations(params ValidationReport[] reports) =>
        SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(Rendering.Of("json", reports)));
}
