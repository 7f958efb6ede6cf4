using Conformance.Generator.Events;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Who may ask about a room (Server-Server API, Server ACLs; Room History Visibility).</summary>
internal static class RoomAccess
{
    /// <summary>Finds a room for a server that wants to come in.</summary>
    /// <returns>The room and its state; or the refusal.</returns>
    public static (PeerRoom Room, RoomState State, PeerAnswer? Refusal) ForAnyone(FederationPeer peer, PeerRequest request)
    {
        if (peer.FindRoom(request.Room) is not { } room)
        {
            return (null!, null!, PeerAnswer.NotFound("The room isn't known here."));
        }

        RoomState state = room.Current;
        return (room, state, !state.HasServer(peer.Name) ? PeerAnswer.NotFound("This server isn't in the room.")
            : !ServerAcl.Allows(state, request.Origin) ? PeerAnswer.Forbidden("The room's access control list keeps this server out.")
            : null);
    }

    /// <summary>Finds a room for a server that is in it.</summary>
    /// <returns>The room; or the refusal.</returns>
    public static (PeerRoom Room, PeerAnswer? Refusal) ForMember(FederationPeer peer, PeerRequest request)
    {
        (PeerRoom room, RoomState state, PeerAnswer? refusal) = ForAnyone(peer, request);
        return (room, refusal ?? (state.HasServer(request.Origin) ? null : PeerAnswer.Forbidden("The server isn't in the room.")));
    }

    /// <summary>Whether a server may see an event: it had a member in the room before or after it, or the history was for all (Client-Server API, Room History Visibility).</summary>
    public static bool MaySee(PeerRoom room, RoomEvent made, string server)
    {
        if (room.Before(made) is not { } before)
        {
            return true;
        }

        string visibility = before.Text("m.room.history_visibility", "history_visibility") ?? "shared";
        return visibility switch
        {
            "world_readable" or "shared" => true,
            "invited" => before.Members.Any(member => ServerName.Of(member.Json["state_key"]!.ToString()) == server && member.Json["content"]?["membership"]?.ToString() is "invite" or "join")
                || room.After([made])?.HasServer(server) == true,
            _ => before.HasServer(server) || room.After([made])?.HasServer(server) == true,
        };
    }

    /// <summary>An event as a server may see it: redacted where it may not (Server-Server API, Retrieving events).</summary>
    public static System.Text.Json.Nodes.JsonNode Seen(PeerRoom room, RoomEvent made, string server) =>
        MaySee(room, made, server) ? made.Json.DeepClone() : Redaction.Redact(made.Json, room.Version);
}
