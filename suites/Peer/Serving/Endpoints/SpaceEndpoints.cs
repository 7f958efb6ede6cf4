using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Rooms that others can find (Server-Server API, Public Room Directory; Spaces).</summary>
/// <param name="peer">Who answers.</param>
internal sealed class SpaceEndpoints(FederationPeer peer)
{
    private static readonly (string Name, string Type, string Member)[] Texts =
    [
        ("name", "m.room.name", "name"), ("topic", "m.room.topic", "topic"), ("avatar_url", "m.room.avatar", "url"),
        ("canonical_alias", "m.room.canonical_alias", "alias"), ("join_rule", "m.room.join_rules", "join_rule"), ("room_type", "m.room.create", "type"),
    ];

    public PeerAnswer PublicRooms(PeerRequest request)
    {
        var chunk = new JsonArray([.. peer.Published.Values.OrderBy(room => room.RoomId, StringComparer.Ordinal).Select(room => (JsonNode)Summary(room, room.Current))]);
        return PeerAnswer.Json(new JsonObject { ["chunk"] = chunk, ["total_room_count_estimate"] = chunk.Count });
    }

    public PeerAnswer Hierarchy(PeerRequest request)
    {
        if (peer.FindRoom(request.Room) is not { } room || !MayEnter(room.Current, request.Origin))
        {
            return PeerAnswer.NotFound("The room isn't known here, or the server may not see it.");
        }

        RoomState state = room.Current;
        RoomEvent[] links = [.. state.Events.Where(made => made.Json["type"]!.ToString() == "m.space.child" && made.Json["content"]?["via"] is JsonArray)];
        JsonObject own = Summary(room, state);
        own["children_state"] = new JsonArray([.. links.Select(Stripped)]);
        var children = new JsonArray();
        var closed = new JsonArray();
        foreach (string child in links.Where(link => IsWanted(link, request)).Select(link => link.Json["state_key"]!.ToString()))
        {
            if (peer.FindRoom(child) is not { } known)
            {
                continue;
            }

            if (MayEnter(known.Current, request.Origin))
            {
                children.Add((JsonNode)Summary(known, known.Current));
            }
            else
            {
                closed.Add((JsonNode)child);
            }
        }

        return PeerAnswer.Json(new JsonObject { ["room"] = own, ["children"] = children, ["inaccessible_children"] = closed });
    }

    private static bool IsWanted(RoomEvent link, PeerRequest request) =>
        request.Asked("suggested_only") != "true" || (link.Json["content"]?["suggested"] is JsonValue value && value.TryGetValue(out bool suggested) && suggested);

    private static bool MayEnter(RoomState state, string server) =>
        state.HasServer(server) || state.Text("m.room.join_rules", "join_rule") is "public" or "knock" or "knock_restricted"
        || state.Text("m.room.history_visibility", "history_visibility") == "world_readable";

    private static JsonNode Stripped(RoomEvent link) => new JsonObject
    {
        ["type"] = "m.space.child",
        ["state_key"] = link.Json["state_key"]!.ToString(),
        ["sender"] = link.Json["sender"]!.ToString(),
        ["content"] = link.Json["content"]!.DeepClone(),
        ["origin_server_ts"] = link.Json["origin_server_ts"]!.DeepClone(),
    };

    private static JsonObject Summary(PeerRoom room, RoomState state)
    {
        var summary = new JsonObject
        {
            ["room_id"] = room.RoomId,
            ["num_joined_members"] = state.Members.Count(member => member.Json["content"]?["membership"]?.ToString() == "join"),
            ["world_readable"] = state.Text("m.room.history_visibility", "history_visibility") == "world_readable",
            ["guest_can_join"] = state.Text("m.room.guest_access", "guest_access") == "can_join",
        };
        foreach ((string name, string type, string member) in Texts)
        {
            if (state.Text(type, member) is { } text)
            {
                summary[name] = text;
            }
        }

        return summary;
    }
}
