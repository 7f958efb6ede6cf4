using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>Whether JSON keeps to the canonical form, as events must from room version 6 on (Room version 6, Canonical JSON).</summary>
internal static class StrictJson
{
    private const long Most = (1L << 53) - 1;

    /// <summary>Whether all numbers are integers of 53 bits. Nesting is bounded by the reader.</summary>
    public static bool IsCanonical(JsonNode? node) => node switch
    {
        JsonObject map => map.All(pair => IsCanonical(pair.Value)),
        JsonArray list => list.All(IsCanonical),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => IsInteger(value.ToJsonString()),
        _ => true,
    };

    private static bool IsInteger(string text) =>
        text != "-0" && long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long number) && number is >= -Most and <= Most;
}
