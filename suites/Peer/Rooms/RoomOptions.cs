using System.Text.Json.Nodes;
using Conformance.Generator.Events;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>How a room is founded.</summary>
internal sealed record RoomOptions
{
    /// <summary>More content for the create event.</summary>
    public JsonObject? Create { get; init; }

    /// <summary>The room's name; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Who may join.</summary>
    public string JoinRule { get; init; } = "public";

    /// <summary>Rooms whose members may join a restricted room.</summary>
    public IReadOnlyList<string> AllowedRooms { get; init; } = [];

    /// <summary>Who may see the history.</summary>
    public string HistoryVisibility { get; init; } = "shared";

    /// <summary>Powers of users beside the creator.</summary>
    public IReadOnlyDictionary<string, int> Users { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Changes the power levels.</summary>
    public Action<JsonObject>? ChangePowerLevels { get; init; }

    internal JsonObject PowerLevels(RoomVersion version, string creator)
    {
        var users = new JsonObject(Users.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
        if (!version.RoomIdIsCreateEvent)
        {
            users[creator] = 100;
        }

        var levels = new JsonObject
        {
            ["ban"] = 50,
            ["events"] = new JsonObject { ["m.room.power_levels"] = 100 },
            ["events_default"] = 0,
            ["invite"] = 0,
            ["kick"] = 50,
            ["redact"] = 50,
            ["state_default"] = 50,
            ["users"] = users,
            ["users_default"] = 0,
        };
        ChangePowerLevels?.Invoke(levels);
        return levels;
    }

    internal JsonObject JoinRules()
    {
        var rules = new JsonObject { ["join_rule"] = JoinRule };
        if (AllowedRooms.Count > 0)
        {
            rules["allow"] = new JsonArray([.. AllowedRooms.Select(room => (JsonNode)new JsonObject { ["type"] = "m.room_membership", ["room_id"] = room })]);
        }

        return rules;
    }
}
