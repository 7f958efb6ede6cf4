using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Calling;

/// <summary>What another server answered.</summary>
/// <param name="Status">The HTTP status; 0 when no answer came.</param>
/// <param name="Body">The body.</param>
/// <param name="Problem">Why no answer came; null when one came.</param>
internal sealed record FederationAnswer(int Status, ReadOnlyMemory<byte> Body, string? Problem = null)
{
    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonNode? Json
    {
        get
        {
            try
            {
                return Body.IsEmpty ? null : JsonNode.Parse(Body.Span);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The body as an object; an empty one when it is none.</summary>
    public JsonObject Object => Json as JsonObject ?? [];

    /// <summary>The code of an error; null for none.</summary>
    public string? ErrorCode => Object["errcode"]?.ToString();

    /// <summary>Whether the status is 200.</summary>
    public bool IsOk => Status == 200;

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Problem}{System.Text.Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, 400)])}";
}
