using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Rooms.Authorisation;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>What join, leave and knock have in common: a template, and the event that comes back (Server-Server API, Joining, Leaving, Knocking).</summary>
internal static class MemberTemplates
{
    /// <summary>Why no template is given: the version isn't understood, or the user is another server's; null for none.</summary>
    /// <param name="room">The room.</param>
    /// <param name="request">The request.</param>
    /// <param name="byDefault">The version that counts as understood where none is named; null where the endpoint knows no versions.</param>
    public static PeerAnswer? Refuse(PeerRoom room, PeerRequest request, string? byDefault)
    {
        string[] versions = [.. request.AllAsked("ver")];
        if (byDefault is not null && !(versions.Length == 0 ? [byDefault] : versions).Contains(room.Version.Id))
        {
            return PeerAnswer.Error(400, "M_INCOMPATIBLE_ROOM_VERSION", "The room has a version that the server doesn't know.", new JsonObject { ["room_version"] = room.Version.Id });
        }

        return ServerName.Of(request.Values["userId"]) == request.Origin ? null : PeerAnswer.Forbidden("The user is another server's.");
    }

    /// <summary>The template, if the rules allow the event.</summary>
    public static PeerAnswer Answer(FederationPeer peer, PeerRoom room, EventDraft draft)
    {
        JsonObject template = room.Template(draft, peer.Signing);
        var tried = (JsonObject)template.DeepClone();
        RoomEvent made = room.Seal(tried, peer.Signing);
        return room.Try(made) == EventStanding.Accepted
            ? PeerAnswer.Json(new JsonObject { ["room_version"] = room.Version.Id, ["event"] = template })
            : PeerAnswer.Forbidden("The room's rules don't allow it.");
    }

    /// <summary>Takes the event that was made of a template, after the checks that come before the rules.</summary>
    /// <returns>The event, or the refusal.</returns>
    public static async Task<(RoomEvent? Event, PeerAnswer? Refusal)> ReceiveAsync(FederationPeer peer, PeerRoom room, PeerRequest request, string membership)
    {
        JsonObject pdu = request.Object;
        if (!room.Version.AllowsFractions && !StrictJson.IsCanonical(pdu))
        {
            return (null, PeerAnswer.Error(400, "M_BAD_JSON", "The event has numbers that its room's version doesn't allow."));
        }

        string sender = pdu["sender"]?.ToString() ?? "";
        bool fits = pdu["type"]?.ToString() == "m.room.member" && pdu["state_key"]?.ToString() == sender && pdu["content"]?["membership"]?.ToString() == membership
            && pdu["room_id"]?.ToString() == room.RoomId && pdu["auth_events"] is JsonArray && pdu["prev_events"] is JsonArray;
        if (!fits)
        {
            return (null, PeerAnswer.Error(400, "M_INVALID_PARAM", $"The event isn't the user's own {membership} of this room."));
        }

        if (ServerName.Of(sender) != request.Origin)
        {
            return (null, PeerAnswer.Forbidden("The user is another server's."));
        }

        (RoomEvent? made, string? problem) = await peer.CheckAsync(room, pdu, exceptBy: peer.Name);
        return problem is not null ? (null, PeerAnswer.Forbidden(problem))
            : made!.Id != request.Event ? (null, PeerAnswer.Error(400, "M_INVALID_PARAM", "The ID in the path isn't the event's."))
            : (made, null);
    }
}
