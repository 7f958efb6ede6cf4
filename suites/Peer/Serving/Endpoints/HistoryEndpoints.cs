using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Events of the past (Server-Server API, Retrieving events; Backfilling and retrieving missing events).</summary>
/// <param name="peer">Who answers.</param>
internal sealed class HistoryEndpoints(FederationPeer peer)
{
    private const int MostBackfilled = 100;
    private const int MostMissing = 20;

    public PeerAnswer Event(PeerRequest request)
    {
        foreach (PeerRoom room in peer.Rooms)
        {
            if (room.Find(request.Event!) is { } made)
            {
                return room.Current.HasServer(request.Origin)
                    ? PeerAnswer.Json(Envelope(new JsonArray(RoomAccess.Seen(room, made, request.Origin))))
                    : PeerAnswer.Forbidden("The server isn't in the room.");
            }
        }

        return PeerAnswer.NotFound("The event isn't known here.");
    }

    public PeerAnswer Backfill(PeerRequest request)
    {
        (PeerRoom room, PeerAnswer? refusal) = RoomAccess.ForMember(peer, request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!int.TryParse(request.Asked("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out int limit))
        {
            return PeerAnswer.Error(400, "M_MISSING_PARAM", "limit is a number.");
        }

        IReadOnlyList<RoomEvent> found = room.Backwards(request.AllAsked("v").Select(room.Find).OfType<RoomEvent>(), Math.Min(limit, MostBackfilled));
        return PeerAnswer.Json(Envelope(new JsonArray([.. found.Select(made => RoomAccess.Seen(room, made, request.Origin))])));
    }

    public PeerAnswer MissingEvents(PeerRequest request)
    {
        (PeerRoom room, PeerAnswer? refusal) = RoomAccess.ForMember(peer, request);
        if (refusal is not null)
        {
            return refusal;
        }

        JsonObject body = request.Object;
        IReadOnlyList<RoomEvent> found = room.Between(Texts(body["latest_events"]), Texts(body["earliest_events"]), (int)Math.Min(Number(body["limit"], 10), MostMissing), Number(body["min_depth"], 0));
        return PeerAnswer.Json(new JsonObject { ["events"] = new JsonArray([.. found.Select(made => RoomAccess.Seen(room, made, request.Origin))]) });
    }

    public PeerAnswer TimestampToEvent(PeerRequest request)
    {
        (PeerRoom room, PeerAnswer? refusal) = RoomAccess.ForMember(peer, request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!long.TryParse(request.Asked("ts"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long time) || request.Asked("dir") is not ("f" or "b"))
        {
            return PeerAnswer.Error(400, "M_INVALID_PARAM", "ts is a number, dir is f or b.");
        }

        return room.Closest(time, request.Asked("dir") == "f") is { } found
            ? PeerAnswer.Json(new JsonObject { ["event_id"] = found.Id, ["origin_server_ts"] = PeerRoom.TimeOf(found) })
            : PeerAnswer.NotFound("There is no event on that side of that time.");
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(text => text?.ToString()).OfType<string>();

    private static long Number(JsonNode? node, long byDefault) => node is JsonValue value && Numbers.TryInteger(value, out long number) ? Math.Max(0, number) : byDefault;

    private JsonObject Envelope(JsonArray pdus) => new() { ["origin"] = peer.Name, ["origin_server_ts"] = peer.Clock.Milliseconds, ["pdus"] = pdus };
}
