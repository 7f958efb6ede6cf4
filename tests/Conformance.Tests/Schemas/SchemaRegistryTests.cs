using System.Text;
using Conformance.Schemas;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary>References between documents, and schemas that can't be compiled.</summary>
public sealed class SchemaRegistryTests
{
    [Fact]
    public void Compile_ReferenceToAnotherDocument_ResolvesAgainstTheBase()
    {
        var registry = new SchemaRegistry();
        registry.Add("test:/a/one.json", """{"$ref":"../b/two.json#/$defs/n"}"""u8.ToArray());
        registry.Add("test:/b/two.json", """{"$defs":{"n":{"type":"null"}}}"""u8.ToArray());

        registry.Compile("test:/a/one.json").Require().IsValid(Json("null")).ShouldBeTrue();
        registry.Compile("test:/a/one.json").Require().IsValid(Json("1")).ShouldBeFalse();
    }

    [Fact]
    public void Compile_IdOfADocumentUnderAnotherUri_IsFound()
    {
        var registry = new SchemaRegistry();
        registry.Add("test:/one.json", """{"$ref":"https://example.org/named"}"""u8.ToArray());
        registry.Add("test:/two.json", """{"$id":"https://example.org/named","type":"null"}"""u8.ToArray());

        registry.Compile("test:/one.json").Require().IsValid(Json("1")).ShouldBeFalse();
    }

    [Fact]
    public void Compile_Fragment_PointsIntoTheDocument()
    {
        var registry = new SchemaRegistry();
        registry.Add(SchemaUri, """{"$defs":{"n":{"type":"null"},"m":{"$anchor":"m","type":"string"}}}"""u8.ToArray());

        registry.Compile(SchemaUri + "#/$defs/n").Require().IsValid(Json("null")).ShouldBeTrue();
        registry.Compile(SchemaUri + "#m").Require().IsValid(Json("null")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"$ref":"missing.json"}""", "$ref", "test:/missing.json")]
    [InlineData("""{"$ref":"#/nowhere"}""", "$ref", "nowhere")]
    [InlineData("""{"$ref":"#nowhere"}""", "$ref", "nowhere")]
    [InlineData("""{"$dynamicRef":"#nowhere"}""", "$dynamicRef", "nowhere")]
    [InlineData("""{"$ref":"#/type","type":"null"}""", "$ref", "not a schema")]
    [InlineData("""{"$ref":"#/%zz"}""", "$ref", "percent")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#"}""", "$schema", "draft-07")]
    [InlineData("""{"$schema":"test:/unknown"}""", "$schema", "test:/unknown")]
    [InlineData("""{"type":"text"}""", "type", "")]
    [InlineData("""{"type":[]}""", "type", "")]
    [InlineData("""{"minLength":"3"}""", "minLength", "")]
    [InlineData("""{"minLength":1.5}""", "minLength", "")]
    [InlineData("""{"maximum":"3"}""", "maximum", "")]
    [InlineData("""{"multipleOf":0}""", "multipleOf", "")]
    [InlineData("""{"required":["a","a"]}""", "required", "")]
    [InlineData("""{"required":"a"}""", "required", "")]
    [InlineData("""{"enum":3}""", "enum", "")]
    [InlineData("""{"properties":[]}""", "properties", "")]
    [InlineData("""{"properties":{"a":3}}""", "", "object, true or false")]
    [InlineData("""{"allOf":[]}""", "allOf", "")]
    [InlineData("""{"pattern":"("}""", "pattern", "not closed")]
    [InlineData("""{"patternProperties":{"[":true}}""", "patternProperties", "not closed")]
    [InlineData("""{"uniqueItems":1}""", "uniqueItems", "")]
    [InlineData("""{"$anchor":5}""", "$anchor", "")]
    public void Compile_FaultySchema_IsAnErrorAndNoException(string schema, string keyword, string problem)
    {
        SchemaCompilation compilation = TryCompile(schema);

        compilation.Schema.ShouldBeNull();
        SchemaError error = compilation.Errors.ShouldHaveSingleItem();
        error.Keyword.ShouldBe(keyword);
        error.Problem.ShouldContain(problem);
        error.Location.ShouldStartWith(SchemaUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("{} {}")]
    [InlineData("""{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}""")]
    [InlineData("""{"$id":"#fragment"}""")]
    public void Compile_FaultyDocument_IsAnError(string schema)
    {
        SchemaCompilation compilation = TryCompile(schema);

        compilation.Schema.ShouldBeNull();
        compilation.Errors.ShouldNotBeEmpty();
        Should.Throw<InvalidOperationException>(compilation.Require);
    }

    [Fact]
    public void Compile_UnknownUri_IsAnError() => new SchemaRegistry().Compile("test:/none").Errors.ShouldHaveSingleItem().Location.ShouldBe("test:/none");

    [Theory]
    [InlineData("relative.json")]
    [InlineData("test:/a#b")]
    public void Add_UriThatIsNotAbsoluteOrHasAFragment_Throws(string uri) =>
        Should.Throw<ArgumentException>(() => new SchemaRegistry().Add(uri, Encoding.UTF8.GetBytes("true")));

    [Theory]
    [InlineData("""{"type":"string","minLength":2}""", true)]
    [InlineData("""{"type":"string","minLength":-2}""", false)]
    [InlineData("""{"properties":{"a":{"type":5}}}""", false)]
    [InlineData("""{"$defs":{"a":{"$anchor":"0"}}}""", false)]
    public void Compile_BuiltInMetaSchema_JudgesSchemas(string schema, bool valid) =>
        new SchemaRegistry().Compile("https://json-schema.org/draft/2020-12/schema").Require().IsValid(Json(schema)).ShouldBe(valid);
}
