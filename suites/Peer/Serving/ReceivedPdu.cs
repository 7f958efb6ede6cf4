using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Serving;

/// <summary>An event that came by a transaction.</summary>
/// <param name="Origin">Who sent it.</param>
/// <param name="Id">Its ID; empty when it can't be told.</param>
/// <param name="Pdu">The event.</param>
/// <param name="Problem">Why it wasn't taken; null when it was.</param>
internal sealed record ReceivedPdu(string Origin, string Id, JsonObject Pdu, string? Problem)
{
    /// <summary>Its type.</summary>
    public string Type => Pdu["type"]?.ToString() ?? "";

    /// <summary>Its room.</summary>
    public string Room => Pdu["room_id"]?.ToString() ?? "";

    /// <inheritdoc/>
    public override string ToString() => $"{Origin}: {Id} {Type} {Pdu["sender"]} {Pdu["state_key"]} {Pdu["content"]?.ToJsonString()} {Problem}";
}
