using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Conformance.Rooms.Resolution;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>The state of a room at a point. Immutable.</summary>
internal sealed class RoomState
{
    private readonly Dictionary<(string Type, string StateKey), RoomEvent> _events;

    /// <summary>Takes a state.</summary>
    /// <param name="map">It, by the numbers of its room.</param>
    /// <param name="events">Its events.</param>
    internal RoomState(StateMap map, IEnumerable<RoomEvent> events)
    {
        Map = map;
        _events = [];
        foreach (RoomEvent made in events)
        {
            _events[KeyOf(made)] = made;
        }
    }

    /// <summary>The same by the numbers of its room.</summary>
    internal StateMap Map { get; }

    /// <summary>Its events.</summary>
    public IReadOnlyCollection<RoomEvent> Events => _events.Values;

    /// <summary>The IDs of its events.</summary>
    public IEnumerable<string> Ids => _events.Values.Select(made => made.Id);

    /// <summary>The event in a place of the state; null for none.</summary>
    public RoomEvent? this[string type, string stateKey = ""] => _events.GetValueOrDefault((type, stateKey));

    /// <summary>All members, of any membership.</summary>
    public IEnumerable<RoomEvent> Members => _events.Values.Where(made => made.Json["type"]!.ToString() == "m.room.member");

    /// <summary>The servers that have a joined member, each once.</summary>
    public IReadOnlyList<string> JoinedServers => [.. Members.Where(made => MembershipIn(made) == "join").Select(made => ServerName.Of(UserIn(made))).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A user's membership; <c>leave</c> for one that never was in the room.</summary>
    public string MembershipOf(string user) => this["m.room.member", user] is { } made ? MembershipIn(made) : "leave";

    /// <summary>Whether a server has a joined member.</summary>
    public bool HasServer(string server) => Members.Any(made => MembershipIn(made) == "join" && ServerName.Of(UserIn(made)) == server);

    /// <summary>What a state event says under a name; null where there is no text.</summary>
    public string? Text(string type, string name) => this[type]?.Json["content"]?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A user's power (Room versions 1 and 12); creators of version 12 have the greatest number.</summary>
    public long PowerOf(string user, RoomVersion version)
    {
        RoomEvent? create = this["m.room.create"];
        string? creator = create?.Json["sender"]?.ToString();
        bool founded = creator == user
            || (version.RoomIdIsCreateEvent && create?.Json["content"]?["additional_creators"] is JsonArray more && more.Any(name => name?.ToString() == user));
        if (version.RoomIdIsCreateEvent && founded)
        {
            return long.MaxValue;
        }

        if (this["m.room.power_levels"]?.Json["content"] is not JsonObject levels)
        {
            return founded ? 100 : 0;
        }

        return Level(levels["users"]?[user]) ?? Level(levels["users_default"]) ?? 0;
    }

    /// <summary>The power that something needs, by its name in the power levels.</summary>
    public long Needed(string name, long byDefault) => Level(this["m.room.power_levels"]?.Json["content"]?[name]) ?? byDefault;

    /// <summary>The place in the state that an event takes.</summary>
    public static (string Type, string StateKey) KeyOf(RoomEvent made) => (made.Json["type"]!.ToString(), made.Json["state_key"]!.ToString());

    private static string MembershipIn(RoomEvent made) => made.Json["content"]?["membership"]?.ToString() ?? "leave";

    private static string UserIn(RoomEvent made) => made.Json["state_key"]!.ToString();

    private static long? Level(JsonNode? node) => node is JsonValue value && Numbers.TryInteger(value, out long level) ? level : null;
}
