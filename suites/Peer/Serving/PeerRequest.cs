using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Serving;

/// <summary>A request to a peer.</summary>
internal sealed record PeerRequest
{
    /// <summary>The endpoint, by the name that <c>validate federation</c> has for it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query, as they came.</summary>
    public required string Target { get; init; }

    /// <summary>What varies in the path, decoded, by name.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The query, decoded, in order.</summary>
    public required IReadOnlyList<(string Name, string Value)> Query { get; init; }

    /// <summary>Who asks; empty where nobody signed.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body as JSON; null when it is none or empty.</summary>
    public JsonNode? Json { get; init; }

    /// <summary>The body as an object; an empty one when it is none.</summary>
    public JsonObject Object => Json as JsonObject ?? [];

    /// <summary>The room in the path; null for none.</summary>
    public string? Room => Values.GetValueOrDefault("roomId");

    /// <summary>The event in the path or the query; null for none.</summary>
    public string? Event => Values.GetValueOrDefault("eventId") ?? Asked("event_id");

    /// <summary>The first value that the query has for a name; null for none.</summary>
    public string? Asked(string name) => Query.FirstOrDefault(pair => pair.Name == name).Value;

    /// <summary>All values that the query has for a name.</summary>
    public IEnumerable<string> AllAsked(string name) => Query.Where(pair => pair.Name == name).Select(pair => pair.Value);
}
