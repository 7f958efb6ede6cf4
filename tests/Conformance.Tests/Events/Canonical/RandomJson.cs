using System.Text;
using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;

namespace Conformance.Tests.Events.Canonical;

/// <summary>Generated objects, the same for a seed, with names and text that canonical JSON must take care with.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Pieces =
        ["a", "b", "B", "_", "0", "ä", "日", "\uE000", "\uFFFD", "𝄞", "🦊", "\"", "\\", "/", "\0", "\u0001", "\b", "\t", "\n", "\f", "\r", "\u001f", "\u007f", "\u2028", " "];

    private readonly Random _random = new(seed);

    public JsonObject Object(int depth)
    {
        var map = new JsonObject();
        int count = depth > 2 && _random.Next(8) == 0 ? 40 : _random.Next(8);
        for (int i = 0; i < count; i++)
        {
            map[Text(6)] = Value(depth - 1);
        }

        return map;
    }

    public string Text(int pieces)
    {
        var text = new StringBuilder();
        for (int i = _random.Next(pieces + 1); i > 0; i--)
        {
            text.Append(Pieces[_random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }

    private JsonNode? Value(int depth) => _random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.NextInt64(-9007199254740991, 9007199254740992),
        3 => _random.Next(-300, 300),
        4 => Text(4),
        5 => Text(40),
        6 => new JsonArray([.. Enumerable.Range(0, _random.Next(5)).Select(_ => Value(depth - 1))]),
        _ => Object(depth),
    };

    /// <summary>The same value in CBOR, written by the framework's own writer.</summary>
    public static byte[] ToCbor(JsonNode? node) => CborBytes.From(node);
}
