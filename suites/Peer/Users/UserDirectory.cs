using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Users;

/// <summary>The users of a peer.</summary>
/// <param name="server">The peer's name.</param>
/// <param name="clock">Its clock.</param>
internal sealed class UserDirectory(string server, PeerClock clock)
{
    private readonly ConcurrentDictionary<string, PeerUser> _users = new(StringComparer.Ordinal);

    /// <summary>Adds a user, or finds one.</summary>
    /// <param name="name">The local part, or the whole ID.</param>
    public PeerUser this[string name] => _users.GetOrAdd(IdOf(name), id => new PeerUser(id));

    /// <summary>Finds a user; null for none.</summary>
    public PeerUser? Find(string id) => _users.GetValueOrDefault(id);

    /// <summary>The ID of a user here.</summary>
    public string IdOf(string name) => name.StartsWith('@') ? name : $"@{name}:{server}";

    /// <summary>The message that a user's devices have changed (Server-Server API, Device Management).</summary>
    /// <param name="user">The user.</param>
    /// <param name="device">The device.</param>
    /// <param name="prev">The changes before it; null for the one before, none for the first.</param>
    public static JsonObject Update(PeerUser user, PeerDevice device, IReadOnlyList<long>? prev = null)
    {
        long stream = user.Next();
        var content = new JsonObject
        {
            ["user_id"] = user.Id,
            ["device_id"] = device.Id,
            ["stream_id"] = stream,
            ["prev_id"] = new JsonArray([.. (prev ?? (stream > 1 ? [stream - 1] : [])).Select(id => (JsonNode)id)]),
            ["keys"] = device.Keys(),
            ["deleted"] = false,
        };
        if (device.DisplayName is { } name)
        {
            content["device_display_name"] = name;
        }

        return Edu("m.device_list_update", content);
    }

    /// <summary>A typing notification.</summary>
    public static JsonObject Typing(string room, string user, bool typing) =>
        Edu("m.typing", new JsonObject { ["room_id"] = room, ["user_id"] = user, ["typing"] = typing });

    /// <summary>A receipt of one event.</summary>
    public JsonObject Receipt(string room, string user, string eventId, long? time = null) =>
        Edu("m.receipt", new JsonObject
        {
            [room] = new JsonObject
            {
                ["m.read"] = new JsonObject { [user] = new JsonObject { ["data"] = new JsonObject { ["ts"] = time ?? clock.Milliseconds }, ["event_ids"] = new JsonArray(eventId) } },
            },
        });

    /// <summary>Presence of one user.</summary>
    public static JsonObject Presence(string user, string presence) =>
        Edu("m.presence", new JsonObject { ["push"] = new JsonArray(new JsonObject { ["user_id"] = user, ["presence"] = presence, ["last_active_ago"] = 0 }) });

    /// <summary>A message to devices.</summary>
    public static JsonObject ToDevice(string sender, string user, string device, string type, string messageId, JsonObject content) =>
        Edu("m.direct_to_device", new JsonObject
        {
            ["sender"] = sender,
            ["type"] = type,
            ["message_id"] = messageId,
            ["messages"] = new JsonObject { [user] = new JsonObject { [device] = content } },
        });

    private static JsonObject Edu(string type, JsonObject content) => new() { ["edu_type"] = type, ["content"] = content };
}
