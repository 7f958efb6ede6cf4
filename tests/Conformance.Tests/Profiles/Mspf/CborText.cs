using System.Formats.Cbor;
using System.Text.Json.Nodes;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>CBOR of a JSON value, by the framework's own writer.</summary>
internal static class CborText
{
    public static byte[] Of(JsonNode? node)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        Write(node, writer);
        return writer.Encode();
    }

    /// <summary>A map whose keys may stand twice.</summary>
    public static byte[] Map(params (string Key, JsonNode? Value)[] members)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(members.Length);
        foreach ((string key, JsonNode? value) in members)
        {
            writer.WriteTextString(key);
            Write(value, writer);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    private static void Write(JsonNode? node, CborWriter writer)
    {
        switch (node)
        {
            case null:
                writer.WriteNull();
                break;
            case JsonObject map:
                writer.WriteStartMap(map.Count);
                foreach ((string key, JsonNode? value) in map)
                {
                    writer.WriteTextString(key);
                    Write(value, writer);
                }

                writer.WriteEndMap();
                break;
            case JsonArray array:
                writer.WriteStartArray(array.Count);
                foreach (JsonNode? element in array)
                {
                    Write(element, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value when value.TryGetValue(out string? text):
                writer.WriteTextString(text);
                break;
            case JsonValue value when value.TryGetValue(out bool boolean):
                writer.WriteBoolean(boolean);
                break;
            case JsonValue value when value.TryGetValue(out long integer):
                writer.WriteInt64(integer);
                break;
            case JsonValue value when value.TryGetValue(out int integer):
                writer.WriteInt64(integer);
                break;
            case JsonValue value:
                writer.WriteDouble(value.GetValue<double>());
                break;
        }
    }
}
