using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Tests.Events.Canonical;

/// <summary>Canonical JSON written a second time, from the text of the appendix and with nothing of the library: the oracle of the tests.</summary>
internal static class IndependentCanonicalJson
{
    public static string Write(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject map => "{" + string.Join(',', map.OrderBy(member => member.Key, CodePoints.Instance).Select(member => Text(member.Key) + ":" + Write(member.Value))) + "}",
        JsonArray array => "[" + string.Join(',', array.Select(Write)) + "]",
        JsonValue value when value.TryGetValue(out string? text) => Text(text),
        JsonValue value when value.TryGetValue(out bool flag) => flag ? "true" : "false",
        JsonValue value => long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException(),
    };

    private static string Text(string text)
    {
        var written = new StringBuilder("\"");
        foreach (char c in text)
        {
            written.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return written.Append('"').ToString();
    }

    /// <summary>By code points, decoded one by one: neither .NET's ordinal order nor that of bytes.</summary>
    private sealed class CodePoints : IComparer<string>
    {
        public static CodePoints Instance { get; } = new();

        public int Compare(string? x, string? y)
        {
            int[] left = [.. x!.EnumerateRunes().Select(rune => rune.Value)];
            int[] right = [.. y!.EnumerateRunes().Select(rune => rune.Value)];
            for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
            {
                if (left[i] != right[i])
                {
                    return left[i].CompareTo(right[i]);
                }
            }

            return left.Length.CompareTo(right.Length);
        }
    }
}
