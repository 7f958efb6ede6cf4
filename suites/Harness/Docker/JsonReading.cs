using System.Text.Json;

namespace Conformance.Suites.Harness.Docker;

/// <summary>Reads members of the engine's answers, which may be missing or null.</summary>
internal static class JsonReading
{
    /// <summary>A member's text; empty where there is none.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()!
            : "";

    /// <summary>The members of a member that is an object; none where there is none.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Object
            ? member.EnumerateObject()
            : [];

    /// <summary>A member that is an object with texts.</summary>
    public static IReadOnlyDictionary<string, string> Texts(this JsonElement element, string name) =>
        element.Members(name).ToDictionary(member => member.Name, member => member.Value.ToString(), StringComparer.Ordinal);
}
