using System.Formats.Cbor;
using System.Text.Json.Nodes;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Encoding;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Encoding;

public class CborBytesTests
{
    [Theory]
    [InlineData("""{"b":[1,-1,0,23,24,255,256,65535,65536,4294967296,-9007199254740991],"a":{"":null},"ä👋":[true,false,"text"]}""")]
    [InlineData("[0.5,50.25,0.1,3.4028234663852886e38,1e300,65504.5,-0.5]")]
    public void From_Tree_SameAsPlatformsWriter(string json)
    {
        JsonNode tree = JsonNode.Parse(json)!;

        byte[] bytes = CborBytes.From(tree);

        bytes.ShouldBe(PlatformBytes(tree));
        JsonNode.DeepEquals(CborTree.Read(bytes), tree).ShouldBeTrue();
    }

    [Fact]
    public void Write_CborInCanonicalOrder_CanonicalJson()
    {
        JsonNode tree = JsonNode.Parse("""{"a":[0,-7,70000,"q\"\\\n\u0001é"],"b":{"c":null,"d":true,"e":false,"f":50.5}}""")!;
        var json = new ByteBuffer();

        byte[] cbor = CborBytes.From(tree);
        CborToJson.Write(cbor, json).ShouldBe(cbor.Length);

        json.ToArray().ShouldBe(CanonicalJson.Bytes(tree));
        CborToJson.Skip(cbor).ShouldBe(cbor.Length);
    }

    private static byte[] PlatformBytes(JsonNode tree)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        Write(writer, tree);
        return writer.Encode();
    }

    private static void Write(CborWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNull();
                break;
            case JsonObject map:
                writer.WriteStartMap(map.Count);
                foreach ((string name, JsonNode? value) in map)
                {
                    writer.WriteTextString(name);
                    Write(writer, value);
                }

                writer.WriteEndMap();
                break;
            case JsonArray array:
                writer.WriteStartArray(array.Count);
                foreach (JsonNode? element in array)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteValue(writer, node.AsValue());
                break;
        }
    }

    private static void WriteValue(CborWriter writer, JsonValue value)
    {
        if (value.TryGetValue(out string? text))
        {
            writer.WriteTextString(text);
        }
        else if (value.TryGetValue(out bool truth))
        {
            writer.WriteBoolean(truth);
        }
        else if (value.TryGetValue(out long integer))
        {
            writer.WriteInt64(integer);
        }
        else
        {
            writer.WriteDouble(value.GetValue<double>());
        }
    }
}
