using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Serving;

/// <summary>An answer of a peer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record PeerAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    /// <summary>The content type; empty for none.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Headers beside it.</summary>
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>An answer in JSON.</summary>
    public static PeerAnswer Json(JsonNode body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body.ToJsonString(Plain)));

    /// <summary>An answer of text that is sent as it is.</summary>
    public static PeerAnswer Raw(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body));

    /// <summary>An error (Client-Server API, Standard error response).</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="errcode">Its code.</param>
    /// <param name="error">The text for people.</param>
    /// <param name="more">More members.</param>
    public static PeerAnswer Error(int status, string errcode, string error, JsonObject? more = null)
    {
        JsonObject body = more ?? [];
        body["errcode"] = errcode;
        body["error"] = error;
        return Json(body, status);
    }

    /// <summary>The answer to a room or an event that isn't known.</summary>
    public static PeerAnswer NotFound(string what) => Error(404, "M_NOT_FOUND", what);

    /// <summary>The answer to a server that may not ask.</summary>
    public static PeerAnswer Forbidden(string why) => Error(403, "M_FORBIDDEN", why);
}
