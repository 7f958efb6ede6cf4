using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Encoding;

public class CanonicalJsonTests
{
    // Matrix appendices, "Canonical JSON", examples.
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"one": 1, "two": "Two"}""", """{"one":1,"two":"Two"}""")]
    [InlineData("""{"b": "2", "a": "1"}""", """{"a":"1","b":"2"}""")]
    [InlineData("""{"a": "日本語"}""", """{"a":"日本語"}""")]
    [InlineData("""{"本": 2, "日": 1}""", """{"日":1,"本":2}""")]
    [InlineData("""{"a": "\u65E5"}""", """{"a":"日"}""")]
    [InlineData("""{"a": null}""", """{"a":null}""")]
    public void Bytes_ExampleOfSpecification_Same(string json, string expected) =>
        System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonNode.Parse(json))).ShouldBe(expected);

    [Fact]
    public void Bytes_NamesBeyondTheBasicPlane_OrderedByCodePoint()
    {
        var map = new JsonObject { ["\U0001F600"] = 1, ["\uFFFD"] = 2 };
        System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(map)).ShouldBe("{\"\uFFFD\":2,\"\U0001F600\":1}");
    }

    [Fact]
    public void Bytes_ControlCharacters_ShortestEscapes() =>
        System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonValue.Create("\b\t\n\f\r\"\\/\u0000\u001f\u007f")))
            .ShouldBe("\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u001f\u007f\"");
}
