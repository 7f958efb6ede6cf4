using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Serving;

/// <summary>An ephemeral message that came by a transaction.</summary>
/// <param name="Origin">Who sent it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Content">Its content.</param>
internal sealed record ReceivedEdu(string Origin, string Type, JsonObject Content)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Origin}: {Type} {Content.ToJsonString()}";
}
