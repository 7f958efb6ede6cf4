using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Rooms.Authorisation;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Leaves and knocks as a resident server sees them (Server-Server API, Leaving Rooms; Knocking upon a room).</summary>
/// <param name="peer">The resident.</param>
internal sealed class LeaveEndpoints(FederationPeer peer)
{
    private static readonly string[] Stripped = ["m.room.create", "m.room.name", "m.room.avatar", "m.room.topic", "m.room.join_rules", "m.room.canonical_alias", "m.room.encryption"];

    public PeerAnswer MakeLeave(PeerRequest request) => Make(request, "leave", null);

    public PeerAnswer MakeKnock(PeerRequest request) => Make(request, "knock", "1");

    public async Task<PeerAnswer> SendLeaveAsync(PeerRequest request)
    {
        (_, PeerAnswer? refusal) = await TakeAsync(request, "leave");
        return refusal ?? PeerAnswer.Json(request.Endpoint == "send_leave/v1" ? new JsonArray(200, new JsonObject()) : new JsonObject());
    }

    public async Task<PeerAnswer> SendKnockAsync(PeerRequest request)
    {
        (RoomState? state, PeerAnswer? refusal) = await TakeAsync(request, "knock");
        return refusal ?? PeerAnswer.Json(new JsonObject { ["knock_room_state"] = Pdus.Of(Shown(state!)) });
    }

    /// <summary>The state that someone outside is shown.</summary>
    internal static IEnumerable<RoomEvent> Shown(RoomState state) => Stripped.Select(type => state[type]).OfType<RoomEvent>();

    private PeerAnswer Make(PeerRequest request, string membership, string? byDefault)
    {
        (PeerRoom room, _, PeerAnswer? refusal) = RoomAccess.ForAnyone(peer, request);
        return refusal ?? MemberTemplates.Refuse(room, request, byDefault) ?? MemberTemplates.Answer(peer, room, EventDraft.Member(request.Values["userId"], membership));
    }

    private async Task<(RoomState? Before, PeerAnswer? Refusal)> TakeAsync(PeerRequest request, string membership)
    {
        (PeerRoom room, _, PeerAnswer? refusal) = RoomAccess.ForAnyone(peer, request);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        (RoomEvent? made, PeerAnswer? problem) = await MemberTemplates.ReceiveAsync(peer, room, request, membership);
        if (made is null)
        {
            return (null, problem);
        }

        if (room.Enter(made) != EventStanding.Accepted)
        {
            return (null, PeerAnswer.Forbidden($"The room's rules don't allow the {membership}."));
        }

        RoomState before = room.Before(made)!;
        peer.Relay(room, made, [request.Origin], before);
        return (before, null);
    }
}
