using System.Text.Json.Nodes;

namespace Conformance.Suites.Scenarios.Support;

/// <summary>What a target answered to a client.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body; null when it is no JSON.</param>
internal sealed record ClientAnswer(int Status, JsonNode? Json)
{
    /// <summary>The body as an object; an empty one when it is none.</summary>
    public JsonObject Object => Json as JsonObject ?? [];

    /// <summary>The code of an error; null for none.</summary>
    public string? ErrorCode => Object["errcode"]?.ToString();

    /// <summary>Whether the status is 200.</summary>
    public bool IsOk => Status == 200;

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Json?.ToJsonString()}";
}
