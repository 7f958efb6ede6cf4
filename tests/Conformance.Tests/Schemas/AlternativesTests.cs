using Conformance.Schemas;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary>What is said when no alternative of <c>anyOf</c> or <c>oneOf</c> fits.</summary>
public sealed class AlternativesTests
{
    [Theory]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    public void Evaluate_NoneFits_ReportsTheSummaryAndTheBranchMeantForTheType(string keyword)
    {
        string schema = $$"""{"{{keyword}}":[{"type":"string"},{"type":"object","required":["a","b"]},{"type":"integer"}]}""";

        IReadOnlyList<SchemaViolation> found = Violations(schema, """{"a":1}""");

        found.Select(v => (v.Keyword, v.Parent)).ShouldBe([(keyword, -1), ("required", 0)]);
        found[1].EvaluationPath.ShouldBe($"/{keyword}/1/required");
    }

    [Fact]
    public void Evaluate_NoneFits_PrefersTheBranchWithTheRightConstant()
    {
        const string schema = """
            {"oneOf":[
              {"properties":{"kind":{"const":"a"}}},
              {"properties":{"kind":{"const":"b"},"x":{"type":"integer"},"y":{"type":"integer"}}}]}
            """;

        IReadOnlyList<SchemaViolation> found = Violations(schema, """{"kind":"b","x":"1","y":"2"}""");

        found.Select(v => (v.Keyword, v.Name, v.Parent)).ShouldBe([("oneOf", "", -1), ("type", "x", 0), ("type", "y", 0)]);
    }

    [Fact]
    public void Evaluate_NestedAlternatives_KeepsTheTree()
    {
        const string schema = """
            {"properties":{"z":{"type":"null"}},
             "anyOf":[{"type":"string"},{"anyOf":[{"type":"integer"},{"required":["q"]}]}]}
            """;

        IReadOnlyList<SchemaViolation> found = Violations(schema, """{"z":1}""");

        found.Select(v => (v.Keyword, v.Parent)).ShouldBe([("type", -1), ("anyOf", -1), ("anyOf", 1), ("required", 2)]);
    }

    [Fact]
    public void Evaluate_SeveralOfOneOfFit_NamesThem()
    {
        SchemaViolation violation = Violations("""{"oneOf":[{"type":"integer"},{"type":"string"},{"minimum":1}]}""", "5").ShouldHaveSingleItem();

        violation.Actual.ShouldBe("a value that fits alternatives 1, 3");
    }

    [Fact]
    public void Evaluate_OneFits_LeavesNoTraceOfTheOthers() =>
        Violations("""{"type":"string","anyOf":[{"type":"string"},{"type":"integer"}]}""", "5").ShouldHaveSingleItem().Keyword.ShouldBe("type");

    [Fact]
    public void Evaluate_FailedAlternatives_DontMakeMembersUnevaluatedAsWell() =>
        Violations(
            """{"unevaluatedProperties":false,"anyOf":[{"properties":{"a":{"type":"string"}}}]}""",
            """{"a":1}""").Select(v => v.Keyword).ShouldBe(["anyOf", "type"]);
}
