using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Rooms.Authorisation;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Joins as a resident server sees them (Server-Server API, Joining Rooms; Restricted rooms; MSC3706; MSC3943).</summary>
/// <param name="peer">The resident.</param>
internal sealed class JoinEndpoints(FederationPeer peer)
{
    public PeerAnswer Make(PeerRequest request)
    {
        (PeerRoom room, RoomState state, PeerAnswer? refusal) = RoomAccess.ForAnyone(peer, request);
        if ((refusal ?? MemberTemplates.Refuse(room, request, byDefault: "1")) is { } no)
        {
            return no;
        }

        string user = request.Values["userId"];
        var draft = EventDraft.Member(user, "join");
        (string? voucher, PeerAnswer? refused) = Restriction(room, state, user);
        if (refused is not null)
        {
            return refused;
        }

        if (voucher is not null)
        {
            draft.Content["join_authorised_via_users_server"] = voucher;
        }

        return MemberTemplates.Answer(peer, room, draft);
    }

    public async Task<PeerAnswer> SendAsync(PeerRequest request)
    {
        (PeerRoom room, _, PeerAnswer? refusal) = RoomAccess.ForAnyone(peer, request);
        if (refusal is not null)
        {
            return refusal;
        }

        string? omit = request.Asked("omit_members");
        if (omit is not (null or "true" or "false"))
        {
            return PeerAnswer.Error(400, "M_INVALID_PARAM", "omit_members is true or false.");
        }

        (RoomEvent? join, PeerAnswer? problem) = await MemberTemplates.ReceiveAsync(peer, room, request, "join");
        if (join is null)
        {
            return problem!;
        }

        // A voucher's server signs only now, when it has seen that the join is allowed.
        if (room.Version.AuthorisingServerSigns && join.Json["content"]?["join_authorised_via_users_server"] is JsonValue voucher && ServerName.Of(voucher.ToString()) == peer.Name)
        {
            peer.Keys.SignEvent(join.Json, room.Version);
        }

        if (room.Enter(join) != EventStanding.Accepted)
        {
            return PeerAnswer.Forbidden("The room's rules don't allow the join.");
        }

        RoomState before = room.Before(join)!;
        peer.Relay(room, join, [request.Origin], before);
        JsonObject answer = omit == "true" ? Partial(room, join, before) : Full(room, join, before);
        return PeerAnswer.Json(request.Endpoint == "send_join/v1" ? new JsonArray(200, answer) : answer);
    }

    private JsonObject Full(PeerRoom room, RoomEvent join, RoomState before) => new()
    {
        ["origin"] = peer.Name,
        ["members_omitted"] = false,
        ["state"] = Pdus.Of(before.Events),
        ["auth_chain"] = Pdus.Of(room.AuthChain([.. before.Events, join])),
        ["event"] = join.Json.DeepClone(),
    };

    private JsonObject Partial(PeerRoom room, RoomEvent join, RoomState before)
    {
        var kept = new HashSet<RoomEvent>(before.Events.Except(before.Members).Concat(Heroes.Of(room, before)));
        return new JsonObject
        {
            ["origin"] = peer.Name,
            ["members_omitted"] = true,
            ["servers_in_room"] = new JsonArray([.. before.JoinedServers.Select(server => (JsonNode)server)]),
            ["state"] = Pdus.Of(kept),
            ["auth_chain"] = Pdus.Of(room.AuthChain([.. kept, join]).Where(made => !kept.Contains(made))),
            ["event"] = join.Json.DeepClone(),
        };
    }

    /// <summary>Who vouches for a user in a restricted room, or why nobody does.</summary>
    private (string? Voucher, PeerAnswer? Refusal) Restriction(PeerRoom room, RoomState state, string user)
    {
        bool isRestricted = state.Text("m.room.join_rules", "join_rule") is "restricted" or "knock_restricted" && room.Version.AuthorisingServerSigns;
        if (!isRestricted || state.MembershipOf(user) is "join" or "invite")
        {
            return (null, null);
        }

        bool knowsAll = true;
        foreach (string allowed in AllowedRooms(state))
        {
            if (peer.FindRoom(allowed) is not { } other || !other.Current.HasServer(peer.Name))
            {
                knowsAll = false;
            }
            else if (other.Current.MembershipOf(user) == "join")
            {
                return state.Members.Select(member => member.Json["state_key"]!.ToString())
                    .Where(member => ServerName.Of(member) == peer.Name && state.MembershipOf(member) == "join")
                    .FirstOrDefault(member => state.PowerOf(member, room.Version) >= state.Needed("invite", 0)) is { } voucher
                    ? (voucher, null)
                    : (null, PeerAnswer.Error(400, "M_UNABLE_TO_GRANT_JOIN", "Nobody here may invite into the room."));
            }
        }

        return (null, knowsAll ? PeerAnswer.Forbidden("The user is in none of the rooms that let one in.") : PeerAnswer.Error(400, "M_UNABLE_TO_AUTHORISE_JOIN", "This server isn't in the rooms that let one in."));
    }

    private static IEnumerable<string> AllowedRooms(RoomState state) =>
        (state["m.room.join_rules"]?.Json["content"]?["allow"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(condition => condition["type"]?.ToString() == "m.room_membership").Select(condition => condition["room_id"]?.ToString()).OfType<string>();
}
