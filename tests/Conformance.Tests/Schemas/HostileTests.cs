using System.Diagnostics;
using System.Text;
using Conformance.Documents;
using Conformance.Schemas;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary>Schemas and instances made to hang, crash or fill memory.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}""")]
    [InlineData("""{"allOf":[{"$ref":"#"},{"$ref":"#"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#"},{"$ref":"#"},true]}""")]
    [InlineData("""{"oneOf":[{"$ref":"#"},{"$ref":"#"}]}""")]
    [InlineData("""{"not":{"$ref":"#"}}""")]
    [InlineData("""{"if":{"$ref":"#"},"then":false}""")]
    [InlineData("""{"$id":"x:/y","$dynamicAnchor":"a","$dynamicRef":"#a"}""")]
    public void Evaluate_EndlessReferences_IsUndetermined(string schema)
    {
        CompiledSchema compiled = Compile(schema);

        compiled.IsValid(Json("1")).ShouldBeFalse();
        Outcome(compiled, Json("1")).Verdict.ShouldBe(SchemaVerdict.Undetermined);
        compiled.Evaluate(Json("1")).ShouldAllBe(v => v.Kind == ViolationKind.Undetermined);
    }

    [Fact]
    public void Evaluate_ExponentialAlternatives_StopAtTheLimitOnWork()
    {
        var schema = new StringBuilder("""{"$ref":"#/$defs/0","$defs":{""");
        for (int i = 0; i < 60; i++)
        {
            schema.Append($$"""
                "{{i}}":{"anyOf":[{"$ref":"#/$defs/{{i + 1}}"},{"$ref":"#/$defs/{{i + 1}}"}]},
                """);
        }

        schema.Append(""" "60":false}}""");
        CompiledSchema compiled = Compile(schema.ToString(), new SchemaOptions { MaxApplications = 200_000 });

        Outcome(compiled, Json("1")).Verdict.ShouldBe(SchemaVerdict.Undetermined);
    }

    [Fact]
    public void Compile_LongChainOfReferences_DoesNotOverflowTheStack()
    {
        var schema = new StringBuilder("""{"$ref":"#/$defs/0","$defs":{""");
        for (int i = 0; i < 4_000; i++)
        {
            schema.Append($$"""
                "{{i}}":{"$ref":"#/$defs/{{i + 1}}"},
                """);
        }

        schema.Append(""" "4000":true}}""");

        Outcome(Compile(schema.ToString()), Json("1")).Verdict.ShouldBe(SchemaVerdict.Undetermined);
        Outcome(Compile(schema.ToString(), new SchemaOptions { MaxDepth = int.MaxValue }), Json("1")).Verdict.ShouldBeOneOf(SchemaVerdict.Valid, SchemaVerdict.Undetermined);
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [InlineData("(?=([ab]+c?)*$)a")]
    [InlineData(@"^(a+)+\1$")]
    public void Pattern_ThatExplodes_EndsInTime(string pattern)
    {
        CompiledSchema schema = Compile(
            """{"items":{"pattern":"P"}}""".Replace("P", pattern.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal),
            new SchemaOptions { RegexTimeout = TimeSpan.FromMilliseconds(50) });
        string item = $"\"{new string('a', 40)}!\"";
        var watch = Stopwatch.StartNew();

        Outcome(schema, Json($"[{string.Join(',', Enumerable.Repeat(item, 200))}]")).Verdict.ShouldNotBe(SchemaVerdict.Valid);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Pattern_OutOfTime_IsUndeterminedAndNotInvalid()
    {
        CompiledSchema schema = Compile("""{"pattern":"(?=([ab]+c?)*$)a"}""", new SchemaOptions { RegexTimeout = TimeSpan.FromMilliseconds(20) });

        IReadOnlyList<SchemaViolation> found = schema.Evaluate(Json($"\"{new string('a', 60)}!\""));

        SchemaViolation violation = found.ShouldHaveSingleItem();
        (violation.Kind, violation.Keyword).ShouldBe((ViolationKind.Undetermined, "pattern"));
    }

    [Theory]
    [InlineData("""{"not":P}""")]
    [InlineData("""{"anyOf":[P,false]}""")]
    [InlineData("""{"oneOf":[P,true]}""")]
    [InlineData("""{"if":P,"then":false,"else":false}""")]
    [InlineData("""{"allOf":[P]}""")]
    public void Undetermined_WithinLogic_StaysUndetermined(string schema)
    {
        string whole = schema.Replace("P", """{"pattern":"(?=([ab]+c?)*$)a"}""", StringComparison.Ordinal);
        CompiledSchema compiled = Compile(whole, new SchemaOptions { RegexTimeout = TimeSpan.FromMilliseconds(20) });

        Outcome(compiled, Json($"\"{new string('a', 60)}!\"")).Verdict.ShouldBe(SchemaVerdict.Undetermined);
    }

    [Fact]
    public void Undetermined_BranchOfAnyOfBesideOneThatFits_DoesNotMatter()
    {
        CompiledSchema compiled = Compile("""{"anyOf":[{"pattern":"(?=([ab]+c?)*$)a"},true]}""", new SchemaOptions { RegexTimeout = TimeSpan.FromMilliseconds(20) });

        compiled.IsValid(Json($"\"{new string('a', 60)}!\"")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("{\"a\":{\"b\":[0]}}")]
    [InlineData("\"text\"")]
    [InlineData("123456789012345678901234567890")]
    public void UniqueItems_ManyElements_IsNotQuadratic(string template)
    {
        const int count = 100_000;
        var json = new StringBuilder("[");
        for (int i = 0; i < count; i++)
        {
            json.Append(template.Replace("0", $"{i}", StringComparison.Ordinal).Replace("[1,", $"[{i},", StringComparison.Ordinal).Replace("text", $"text{i}", StringComparison.Ordinal)).Append(',');
        }

        json[^1] = ']';
        CompiledSchema schema = Compile("""{"uniqueItems":true}""");
        Node node = Json(json.ToString());
        var watch = Stopwatch.StartNew();

        schema.IsValid(node);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Numbers_HugeExponents_AreNeverWrittenOut()
    {
        CompiledSchema schema = Compile("""{"multipleOf":0.01,"maximum":1e999999999,"minimum":-1e999999999}""");

        schema.IsValid(Json("1e999999998")).ShouldBeTrue();
        schema.IsValid(Json("1e1000000000")).ShouldBeFalse();
        schema.IsValid(Json("1e-1000000000")).ShouldBeFalse();
    }

    [Fact]
    public void Evaluate_DeepInstance_IsJudgedOrUndetermined()
    {
        byte[] json = Encoding.UTF8.GetBytes(new string('[', 100_000) + new string(']', 100_000));
        var document = new Document();
        DocumentReader.Read(json, DocumentEncoding.Json, document, maxDepth: 200_000);
        CompiledSchema schema = Compile("""{"items":{"$ref":"#"}}""", new SchemaOptions { MaxDepth = int.MaxValue });

        Outcome(schema, document.Root).Verdict.ShouldBe(SchemaVerdict.Undetermined);
        Compile("""{"const":[[]],"uniqueItems":true}""").IsValid(document.Root).ShouldBeFalse();
    }

    [Fact]
    public void Evaluate_SeveralThreads_ComeToTheSameAnswer()
    {
        CompiledSchema schema = Compile("""{"properties":{"a":{"pattern":"^[a-z]+(-[a-z]+)*$"}},"unevaluatedProperties":false}""");

        Parallel.For(0, 500, i =>
        {
            schema.IsValid(Json("""{"a":"abc-def"}""")).ShouldBeTrue();
            schema.IsValid(Json("""{"a":"abc-"}""")).ShouldBeFalse();
            schema.Evaluate(Json("""{"b":1}""")).Count.ShouldBe(1);
        });
    }

    [Fact]
    public void IsValid_ValidInstance_AllocatesNothing()
    {
        CompiledSchema schema = Compile(
            """
            {"type":"object","required":["a","b"],"properties":{"a":{"type":"string","pattern":"^a.+$","maxLength":9},
             "b":{"type":"array","uniqueItems":true,"items":{"type":"integer","minimum":0,"multipleOf":0.5},"contains":{"const":3}},
             "c":{"enum":["x","y"]},"d":{"anyOf":[{"type":"null"},{"type":"string","format":"date-time"}]}},
             "unevaluatedProperties":{"type":"boolean"}}
            """,
            new SchemaOptions { AssertFormats = true });
        Node node = Json("""{"a":"abc","b":[1,2.0,3,4,5,6,7,8,9,10],"c":"y","d":"2020-01-01T00:00:00Z","e":true}""");
        for (int i = 0; i < 100; i++)
        {
            schema.IsValid(node).ShouldBeTrue();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            schema.IsValid(node);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }
}
