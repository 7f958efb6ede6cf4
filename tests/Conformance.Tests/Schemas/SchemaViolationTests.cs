using Conformance.Documents;
using Conformance.Schemas;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary>Where violations are said to be, and in which words.</summary>
public sealed class SchemaViolationTests
{
    [Fact]
    public void Evaluate_WrongTypeUnderReference_NamesAllThreeCoordinates()
    {
        const string schema = """{"properties":{"a":{"items":{"$ref":"#/$defs/name"}}},"$defs":{"name":{"type":"string"}}}""";
        const string json = """{"a": ["x", 5]}""";

        SchemaViolation violation = Violations(schema, json).ShouldHaveSingleItem();

        NodePointer.Of(violation.Instance).ShouldBe("/a/1");
        violation.Instance.Offset.ShouldBe(json.IndexOf('5', StringComparison.Ordinal));
        violation.Keyword.ShouldBe("type");
        violation.SchemaLocation.ShouldBe(SchemaUri + "#/$defs/name/type");
        violation.EvaluationPath.ShouldBe("/properties/a/items/$ref/type");
        violation.Name.ShouldBe("1");
        violation.Expected.ShouldBe("a string");
        violation.Actual.ShouldBe("the integer 5");
        violation.Kind.ShouldBe(ViolationKind.Invalid);
        violation.Parent.ShouldBe(-1);
    }

    [Fact]
    public void Evaluate_CborInstance_GivesTheOffsetOfItsEncoding()
    {
        Node node = Cbor(writer =>
        {
            writer.WriteStartMap(1);
            writer.WriteTextString("abc");
            writer.WriteInt32(7);
            writer.WriteEndMap();
        });

        SchemaViolation violation = Compile("""{"properties":{"abc":{"type":"string"}}}""").Evaluate(node).ShouldHaveSingleItem();

        violation.Instance.Offset.ShouldBe(5); // A1 63 'a' 'b' 'c' 07
    }

    [Fact]
    public void Evaluate_SeveralFaults_ReportsAll()
    {
        string[] found = [.. Violations(
            """{"required":["x","y"],"additionalProperties":false,"properties":{"a":{"minLength":3,"pattern":"^b"}}}""",
            """{"a":"aa","z":1}""").Select(v => $"{v.Keyword} {v.Name}")];

        found.ShouldBe(["minLength a", "pattern a", "additionalProperties z", "required x", "required y"], ignoreOrder: true);
    }

    [Fact]
    public void Evaluate_MissingMember_NamesTheMemberAtTheMap()
    {
        SchemaViolation violation = Violations("""{"properties":{"a":{"required":["b"]}}}""", """{"a":{}}""").ShouldHaveSingleItem();

        NodePointer.Of(violation.Instance).ShouldBe("/a");
        (violation.Name, violation.Expected, violation.Actual).ShouldBe(("b", "a member \"b\"", "nothing"));
    }

    [Fact]
    public void Evaluate_ForbiddenMember_ReportsTheKeywordThatForbidsAtTheMember()
    {
        SchemaViolation violation = Violations("""{"additionalProperties":false}""", """{"a~/b":1}""").ShouldHaveSingleItem();

        NodePointer.Of(violation.Instance).ShouldBe("/a~0~1b");
        (violation.Name, violation.Keyword, violation.EvaluationPath).ShouldBe(("a~/b", "additionalProperties", "/additionalProperties"));
    }

    [Fact]
    public void Evaluate_BadName_ReportsTheKey()
    {
        SchemaViolation violation = Violations("""{"propertyNames":{"maxLength":1}}""", """{"abc":1}""").ShouldHaveSingleItem();

        violation.Instance.Offset.ShouldBe(1);
        (violation.Name, violation.Actual, violation.EvaluationPath).ShouldBe(("abc", "the string \"abc\"", "/propertyNames/maxLength"));
    }

    [Fact]
    public void SchemaLocation_CharactersThatUrisLack_ArePercentEncoded()
    {
        SchemaViolation violation = Violations("""{"properties":{"a b/é":{"type":"null"}}}""", """{"a b/é":1}""").ShouldHaveSingleItem();

        violation.SchemaLocation.ShouldBe(SchemaUri + "#/properties/a%20b~1%C3%A9/type");
        violation.EvaluationPath.ShouldBe("/properties/a b~1é/type");
    }

    [Fact]
    public void SchemaLocation_EmbeddedResource_IsRelativeToIt()
    {
        SchemaViolation violation = Violations("""{"properties":{"a":{"$id":"other.json","items":{"type":"null"}}}}""", """{"a":[1]}""").ShouldHaveSingleItem();

        violation.SchemaLocation.ShouldBe("test:/other.json#/items/type");
        violation.EvaluationPath.ShouldBe("/properties/a/items/type");
    }

    [Theory]
    [InlineData("\"x\"", "the string \"x\"")]
    [InlineData("\"a\\u001bb\"", "the string \"a\\u001bb\"")]
    [InlineData("12", "the integer 12")]
    [InlineData("1.50", "the number 1.50")]
    [InlineData("true", "true")]
    [InlineData("[1,2]", "an array of 2 elements")]
    [InlineData("[1]", "an array of 1 element")]
    [InlineData("{}", "an object with 0 members")]
    public void Actual_EachKind_IsDescribedInAFewWords(string json, string expected) =>
        Violations("""{"type":"null"}""", json).ShouldHaveSingleItem().Actual.ShouldBe(expected);

    [Fact]
    public void Actual_LongText_IsCutAtACharacter()
    {
        string actual = Violations("false", $"\"{new string('é', 500)}\"").ShouldHaveSingleItem().Actual;

        actual.ShouldBe($"the string \"{new string('é', 30)}…\" (1000 bytes)");
    }

    [Theory]
    [InlineData("""{"type":["integer","null"]}""", "an integer or null")]
    [InlineData("""{"enum":["a","b",null]}""", "\"a\", \"b\" or null")]
    [InlineData("""{"const":3}""", "3")]
    [InlineData("""{"minLength":7}""", "at least 7 characters")]
    [InlineData("""{"x-maxBytes":1}""", "at most 1 byte")]
    [InlineData("""{"pattern":"^b$"}""", "a string that matches ^b$")]
    public void Expected_EachKeyword_SaysWhatIsAskedFor(string schema, string expected) =>
        Violations(schema, "\"abc\"").ShouldHaveSingleItem().Expected.ShouldBe(expected);

    [Fact]
    public void Evaluate_MoreViolationsThanTheLimit_CountsTheRest()
    {
        CompiledSchema schema = Compile("""{"items":{"type":"string"}}""", new SchemaOptions { MaxViolations = 3 });

        SchemaOutcome outcome = Outcome(schema, Json("[1,2,3,4,5]"));

        outcome.ShouldBe(new SchemaOutcome(SchemaVerdict.Invalid, 3, 2));
    }

    [Fact]
    public void Evaluate_ValidInstance_ReportsNothing() =>
        Outcome(Compile("""{"type":"array"}"""), Json("[]")).ShouldBe(new SchemaOutcome(SchemaVerdict.Valid, 0, 0));
}
