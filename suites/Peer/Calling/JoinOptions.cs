using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Calling;

/// <summary>How a peer joins, leaves or knocks.</summary>
internal sealed record JoinOptions
{
    /// <summary>The parameter <c>omit_members</c>; null to leave it out.</summary>
    public string? OmitMembers { get; init; }

    /// <summary>The versions that are understood; null for all, none for no parameter at all.</summary>
    public IReadOnlyList<string>? Versions { get; init; }

    /// <summary>Changes the template before it is hashed and signed.</summary>
    public Action<JsonObject>? Change { get; init; }

    /// <summary>Changes the event after it was signed; the ID in the path stays the true one.</summary>
    public Action<JsonObject>? ChangeSigned { get; init; }

    /// <summary>The first version of the endpoint, which wraps its answer.</summary>
    public bool IsFirstVersion { get; init; }
}
