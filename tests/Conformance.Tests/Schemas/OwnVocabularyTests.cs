using Conformance.Schemas;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary><c>x-rule</c>, <c>x-secret</c> and <c>x-maxBytes</c>.</summary>
public sealed class OwnVocabularyTests
{
    [Fact]
    public void Rule_Text_CountsForAllKeywordsAndBelow() =>
        Rules("""{"x-rule":"AAA001","required":["b"],"properties":{"a":{"type":"string"}}}""", """{"a":1}""")
            .ShouldBe(["type AAA001", "required AAA001"], ignoreOrder: true);

    [Fact]
    public void Rule_Absent_IsNull() => Violations("false", "1").ShouldHaveSingleItem().Rule.ShouldBeNull();

    [Fact]
    public void Rule_OfTheNearestSchema_Wins() =>
        Rules("""{"x-rule":"AAA001","properties":{"a":{"x-rule":"AAA002","type":"string"},"b":{"type":"string"}}}""", """{"a":1,"b":1}""")
            .ShouldBe(["type AAA002", "type AAA001"]);

    [Fact]
    public void Rule_ByKeyword_CountsForTheSameInstanceOnly()
    {
        const string schema = """
            {"x-rule":{"required":"AAA001","type":"AAA002","*":"AAA003"},
             "type":"object","required":["a"],
             "properties":{"o":{"type":"object","required":["q"]},"s":{"type":"string"}}}
            """;

        Rules(schema, """{"o":{},"s":1}""").ShouldBe(["required AAA003", "type AAA003", "required AAA001"], ignoreOrder: true);
        Rules(schema, "1").ShouldBe(["type AAA002"]);
    }

    [Fact]
    public void Rule_ByKeyword_ReachesReferencedSchemasOfTheSameInstance() =>
        Rules("""{"x-rule":{"minLength":"AAA001"},"$ref":"#/$defs/s","$defs":{"s":{"minLength":3}}}""", "\"a\"").ShouldBe(["minLength AAA001"]);

    [Fact]
    public void Rule_ReferenceWithRule_IsOverruledByTheTarget() =>
        Rules("""{"x-rule":"AAA001","$ref":"#/$defs/s","$defs":{"s":{"x-rule":"AAA002","minLength":3}}}""", "\"a\"").ShouldBe(["minLength AAA002"]);

    [Fact]
    public void Rule_KeywordNotListedAndNoStar_IsInherited() =>
        Rules("""{"x-rule":"AAA001","properties":{"a":{"x-rule":{"minLength":"AAA002"},"type":"string"}}}""", """{"a":1}""").ShouldBe(["type AAA001"]);

    [Fact]
    public void Rule_ForbiddenMember_IsThatOfTheKeywordThatForbids() =>
        Rules("""{"x-rule":{"additionalProperties":"AAA001","*":"AAA002"},"additionalProperties":false}""", """{"a":1}""")
            .ShouldBe(["additionalProperties AAA001"]);

    [Theory]
    [InlineData("""{"x-secret":true,"type":"integer"}""")]
    [InlineData("""{"x-secret":true,"properties":{"k":{"type":"integer"}}}""")]
    [InlineData("""{"x-secret":true,"additionalProperties":{"items":{"maxLength":1,"pattern":"^$"}}}""")]
    [InlineData("""{"x-secret":true,"propertyNames":{"maxLength":1}}""")]
    [InlineData("""{"x-secret":true,"additionalProperties":false}""")]
    [InlineData("""{"x-secret":true,"const":1}""")]
    [InlineData("""{"x-secret":true,"enum":[1,2]}""")]
    [InlineData("""{"x-secret":true,"not":{}}""")]
    [InlineData("""{"allOf":[{"x-secret":true},{"type":"integer"}]}""")]
    [InlineData("""{"allOf":[{"type":"integer"},{"x-secret":true}]}""")]
    [InlineData("""{"anyOf":[{"x-secret":true,"type":"integer"},{"type":"null"}]}""")]
    [InlineData("""{"oneOf":[{"type":"null"},{"$ref":"#/$defs/s"}],"$defs":{"s":{"x-secret":true,"type":"integer"}}}""")]
    [InlineData("""{"if":{"x-secret":true},"then":{"type":"integer"}}""")]
    [InlineData("""{"allOf":[{"additionalProperties":{"type":"integer"}},{"additionalProperties":{"x-secret":true}}]}""")]
    [InlineData("""{"allOf":[{"additionalProperties":{"x-secret":true}},{"additionalProperties":{"items":{"type":"integer"}}}]}""")]
    [InlineData("""{"allOf":[{"x-secret":true},{"properties":{"k":{"type":"integer"}}}]}""")]
    public void Secret_WhereverTheSchemaSaysSo_NeverShowsInArguments(string schema)
    {
        foreach (string json in new[] { "\"hunter2\"", """{"k":"hunter2"}""", """{"k":["hunter2"]}""" })
        {
            foreach (SchemaViolation violation in Violations(schema, json))
            {
                $"{violation.Name} {violation.Expected} {violation.Actual}".ShouldNotContain("hunter2");
            }
        }
    }

    [Fact]
    public void Secret_NamesWithinAValue_AreHiddenToo()
    {
        IReadOnlyList<SchemaViolation> found = Violations(
            """{"properties":{"tokens":{"x-secret":true,"additionalProperties":{"type":"integer"}}}}""", """{"tokens":{"hunter2":"x"}}""");

        found.ShouldHaveSingleItem().Name.ShouldBe("«redacted»");
    }

    [Fact]
    public void Secret_TheValuesOwnName_IsShown()
    {
        SchemaViolation violation = Violations("""{"properties":{"password":{"x-secret":true,"type":"integer"}}}""", """{"password":"hunter2"}""").ShouldHaveSingleItem();

        violation.Name.ShouldBe("password");
        violation.Actual.ShouldStartWith("the string «redacted» ");
    }

    [Fact]
    public void Secret_Numbers_ShowNoDigit() =>
        Violations("""{"x-secret":true,"type":"string"}""", "123456").ShouldHaveSingleItem().Actual.ShouldBe("an integer");

    [Fact]
    public void Secret_SiblingValues_AreShown()
    {
        IReadOnlyList<SchemaViolation> found = Violations(
            """{"properties":{"a":{"x-secret":true},"b":{"type":"null"}}}""", """{"a":"hunter2","b":"visible"}""");

        found.ShouldHaveSingleItem().Actual.ShouldBe("the string \"visible\"");
    }

    [Theory]
    [InlineData("\"aé\"", 3, true)]
    [InlineData("\"aé\"", 2, false)]
    [InlineData("\"a\\u00e9\"", 3, true)]
    [InlineData("\"a\\u00e9\"", 2, false)]
    [InlineData("12345", 1, true)]
    public void MaxBytes_CountsDecodedUtf8(string json, int limit, bool valid) =>
        Compile($$"""{"x-maxBytes":{{limit}}}""").IsValid(Json(json)).ShouldBe(valid);

    [Theory]
    [InlineData("""{"x-rule":5}""", "x-rule")]
    [InlineData("""{"x-rule":{"type":5}}""", "x-rule")]
    [InlineData("""{"x-secret":"yes"}""", "x-secret")]
    [InlineData("""{"x-maxBytes":-1}""", "x-maxBytes")]
    public void Compile_WrongValue_IsAnError(string schema, string keyword) =>
        TryCompile(schema).Errors.ShouldHaveSingleItem().Keyword.ShouldBe(keyword);

    private static string[] Rules(string schema, string json) => [.. Violations(schema, json).Select(v => $"{v.Keyword} {v.Rule}")];
}
