using System.Text.Json.Nodes;
using Conformance.Generator.Events;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>An event before it is built: what is left open comes out right, what is set stays as it is set.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Sender">Its sender.</param>
/// <param name="Content">Its content.</param>
internal sealed record EventDraft(string Type, string Sender, JsonObject Content)
{
    /// <summary>Its state key; null for a message event.</summary>
    public string? StateKey { get; init; }

    /// <summary>The events that it follows; null for the ends of the room.</summary>
    public IReadOnlyList<RoomEvent>? Prev { get; init; }

    /// <summary>The events that authorise it; null for those that the specification selects out of the state before it.</summary>
    public IReadOnlyList<RoomEvent>? Auth { get; init; }

    /// <summary>The state that auth events are selected from; null for the state before it. An old one makes stale auth events.</summary>
    public RoomState? AuthFrom { get; init; }

    /// <summary>Its depth; null for one more than the deepest event that it follows.</summary>
    public long? Depth { get; init; }

    /// <summary>Its <c>origin_server_ts</c>; null for the peer's time.</summary>
    public long? Timestamp { get; init; }

    /// <summary>Changes it before it is hashed and signed: it is then consistent with what it says.</summary>
    public Action<JsonObject>? BeforeHashes { get; init; }

    /// <summary>Changes it after it was hashed and before it is signed: its content hash is then wrong and its signatures are good.</summary>
    public Action<JsonObject>? BeforeSignatures { get; init; }

    /// <summary>Changes it after all: its signatures may be wrong then.</summary>
    public Action<JsonObject>? AfterSignatures { get; init; }

    /// <summary>A state event.</summary>
    public static EventDraft State(string type, string stateKey, string sender, JsonObject content) => new(type, sender, content) { StateKey = stateKey };

    /// <summary>A change of membership.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="membership">To what.</param>
    /// <param name="sender">Who changes it; null for the user.</param>
    /// <param name="more">More content.</param>
    public static EventDraft Member(string user, string membership, string? sender = null, JsonObject? more = null)
    {
        JsonObject content = more ?? [];
        content["membership"] = membership;
        return State("m.room.member", user, sender ?? user, content);
    }

    /// <summary>A message of text.</summary>
    public static EventDraft Message(string sender, string body) => new("m.room.message", sender, new JsonObject { ["msgtype"] = "m.text", ["body"] = body });
}
