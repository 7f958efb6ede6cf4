using System.Text.Json.Nodes;

namespace Conformance.Suites.Harness.Containers;

/// <summary>Turns collections into what the API wants.</summary>
internal static class ApiWords
{
    public static JsonObject Object(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));

    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
