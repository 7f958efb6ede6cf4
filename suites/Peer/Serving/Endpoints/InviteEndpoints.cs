using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Invites as the invited user's server sees them (Server-Server API, Inviting to a room).</summary>
/// <param name="peer">The invited user's server.</param>
internal sealed class InviteEndpoints(FederationPeer peer)
{
    public async Task<PeerAnswer> InviteAsync(PeerRequest request)
    {
        bool isFirst = request.Endpoint == "invite/v1";
        JsonObject? pdu = isFirst ? request.Json as JsonObject : request.Object["event"] as JsonObject;
        string named = isFirst ? "1" : request.Object["room_version"]?.ToString() ?? "";
        if (RoomVersion.All.FirstOrDefault(known => known.Id == named) is not { } version)
        {
            return PeerAnswer.Error(400, "M_INCOMPATIBLE_ROOM_VERSION", "The room has a version that isn't known here.", new JsonObject { ["room_version"] = named });
        }

        string user = pdu?["state_key"]?.ToString() ?? "";
        bool fits = pdu?["type"]?.ToString() == "m.room.member" && pdu["content"]?["membership"]?.ToString() == "invite" && pdu["room_id"]?.ToString() == request.Room
            && ServerName.Of(user) == peer.Name;
        if (!fits)
        {
            return PeerAnswer.Error(400, "M_INVALID_PARAM", "That is no invite of a user of this server.");
        }

        if (!version.AllowsFractions && !StrictJson.IsCanonical(pdu))
        {
            return PeerAnswer.Error(400, "M_BAD_JSON", "The event has numbers that its room's version doesn't allow.");
        }

        var scratch = new PeerRoom(version, request.Room!);
        (RoomEvent? made, string? problem) = await peer.CheckAsync(scratch, pdu!);
        if (made is null || made.Id != request.Event)
        {
            return PeerAnswer.Forbidden(problem ?? "The ID in the path isn't the event's.");
        }

        var signed = (JsonObject)pdu!.DeepClone();
        peer.Keys.SignEvent(signed, version);
        peer.KeepInvite(user, request.Room!, signed, version.Id);
        var answer = new JsonObject { ["event"] = signed.DeepClone() };
        return PeerAnswer.Json(isFirst ? new JsonArray(200, answer) : answer);
    }
}
