using System.Text.Json.Nodes;
using Conformance.Generator.Events;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Lists of events in answers.</summary>
internal static class Pdus
{
    public static JsonArray Of(IEnumerable<RoomEvent> events) => [.. events.Select(made => made.Json.DeepClone())];

    public static JsonArray Ids(IEnumerable<RoomEvent> events) => [.. events.Select(made => (JsonNode)JsonValue.Create(made.Id))];
}
