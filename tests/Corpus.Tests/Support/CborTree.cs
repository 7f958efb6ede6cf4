using System.Formats.Cbor;
using System.Text.Json.Nodes;

namespace Conformance.Corpus.Tests.Support;

/// <summary>Reads CBOR into a JSON tree with the platform's reader, which neither the generator nor the validator uses to read.</summary>
internal static class CborTree
{
    public static JsonNode? Read(byte[] bytes)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Strict);
        JsonNode? tree = Read(reader);
        if (reader.BytesRemaining > 0)
        {
            throw new CborContentException("bytes after the value");
        }

        return tree;
    }

    private static JsonNode? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                var map = new JsonObject();
                for (int? left = reader.ReadStartMap(); left > 0; left--)
                {
                    string key = reader.ReadTextString();
                    map[key] = Read(reader);
                }

                reader.ReadEndMap();
                return map;
            case CborReaderState.StartArray:
                var array = new JsonArray();
                for (int? left = reader.ReadStartArray(); left > 0; left--)
                {
                    array.Add(Read(reader));
                }

                reader.ReadEndArray();
                return array;
            case CborReaderState.TextString:
                return reader.ReadTextString();
            case CborReaderState.UnsignedInteger:
                ulong unsigned = reader.ReadUInt64();
                return unsigned <= long.MaxValue ? JsonValue.Create((long)unsigned) : JsonValue.Create(unsigned);
            case CborReaderState.NegativeInteger:
                return reader.ReadInt64();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            default:
                return reader.ReadDouble();
        }
    }
}
