using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Authentication;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving;

/// <content>Events that come from other servers (Server-Server API, Checks performed on receipt of a PDU).</content>
internal sealed partial class FederationPeer
{
    private const int MostFetched = 20;

    /// <summary>Whether missing events are asked for where events come that follow them.</summary>
    public bool FillsGaps { get; set; } = true;

    /// <summary>Whether joins, leaves and knocks that come through this peer are sent on to the other servers of the room.</summary>
    public bool Relays { get; set; } = true;

    /// <summary>Checks an event's form, signatures and content hash. With a wrong hash it counts redacted.</summary>
    /// <param name="room">Its room.</param>
    /// <param name="pdu">The event.</param>
    /// <param name="exceptBy">A server whose signature isn't there yet.</param>
    /// <returns>The event; or why it is dropped.</returns>
    internal async Task<(RoomEvent? Event, string? Problem)> CheckAsync(PeerRoom room, JsonObject pdu, string? exceptBy = null)
    {
        if (pdu["type"] is not JsonValue || pdu["sender"] is not JsonValue || pdu["content"] is not JsonObject || pdu["auth_events"] is not JsonArray || pdu["prev_events"] is not JsonArray)
        {
            return (null, "The event lacks members that every event has.");
        }

        if (!room.Version.AllowsFractions && !StrictJson.IsCanonical(pdu))
        {
            return (null, "The event has numbers that its room's version doesn't allow.");
        }

        RoomEvent made = room.Read(pdu);
        byte[] signed = EventHashes.Signed(pdu, room.Version);
        foreach (string server in EventSigning.Signers(pdu, room.Version).Where(server => server != exceptBy || SignedObject.KeysOf(pdu, server).Any()))
        {
            if (!await HasSignedAsync(pdu, signed, server))
            {
                return (null, $"There is no good signature of {server}.");
            }
        }

        if (pdu["hashes"]?["sha256"]?.ToString() is not { } hash || hash.TrimEnd('=') != Base64.Unpadded(EventHashes.Content(pdu)))
        {
            made = made with { Json = Redaction.Redact(pdu, room.Version) };
        }

        return (made, null);
    }

    /// <summary>Takes an event that came by a transaction, and those that it needs.</summary>
    /// <param name="origin">Who sent it.</param>
    /// <param name="pdu">The event.</param>
    /// <returns>Its ID, empty when the room isn't known; and why it wasn't taken, null when it was.</returns>
    internal async Task<(string Id, string? Problem)> ReceiveAsync(string origin, JsonObject pdu)
    {
        if (FindRoom(pdu["room_id"]?.ToString()) is not { } room)
        {
            Pdus.Add(new ReceivedPdu(origin, "", pdu, "The room isn't known."));
            return ("", "The room isn't known.");
        }

        if (!ServerAcl.Allows(room.Current, origin))
        {
            string denied = room.Read(pdu).Id;
            Pdus.Add(new ReceivedPdu(origin, denied, pdu, "The room's access control list keeps the server out."));
            return (denied, "The room's access control list keeps the server out.");
        }

        (RoomEvent? made, string? problem) = await CheckAsync(room, pdu);
        if (made is null)
        {
            string id = room.Read(pdu).Id;
            Pdus.Add(new ReceivedPdu(origin, id, pdu, problem));
            return (id, problem);
        }

        if (FillsGaps)
        {
            await FillAsync(origin, room, made);
        }

        room.Enter(made);
        Pdus.Add(new ReceivedPdu(origin, made.Id, pdu, null));
        return (made.Id, null);
    }

    /// <summary>Sends an event on to the other servers of a room, without waiting for them.</summary>
    internal void Relay(PeerRoom room, RoomEvent made, IReadOnlyList<string> except, RoomState before)
    {
        if (!Relays)
        {
            return;
        }

        foreach (string server in before.JoinedServers.Where(server => server != Name && !except.Contains(server) && Network.Directory.Find(server) is not null))
        {
            _ = SendAsync(server, [made.Json]);
        }
    }

    private async Task<bool> HasSignedAsync(JsonObject pdu, byte[] signed, string server)
    {
        foreach (string id in SignedObject.KeysOf(pdu, server))
        {
            if (await KeyAsync(server, id) is { } key && SignedObject.Verify(key.Key, signed, SignedObject.SignatureOf(pdu, server, id) ?? ""))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A server's key. Those of servers that nobody plays are known to their inventor.</summary>
    private async Task<KnownKey?> KeyAsync(string server, string id) => Network.Find(server) is { } ours
        ? KeyCache.Read(server, ours.Publish(Clock.Now))?.GetValueOrDefault(id)
        : await KnownKeys.FindAsync(server, id);

    /// <summary>Asks for what an event follows and what authorises it. What doesn't come leaves the state before the event unknown.</summary>
    private async Task FillAsync(string origin, PeerRoom room, RoomEvent made)
    {
        string path = Uri.EscapeDataString(room.RoomId);
        if (room.MissingPrev(made.Json).Count > 0)
        {
            FederationAnswer answer = await Client.PostAsync(origin, $"/_matrix/federation/v1/get_missing_events/{path}", new JsonObject
            {
                ["earliest_events"] = Endpoints.Pdus.Ids(room.Extremities),
                ["latest_events"] = new JsonArray(made.Id),
                ["limit"] = MostFetched,
                ["min_depth"] = 0,
            });
            foreach (JsonObject missing in (answer.Object["events"] as JsonArray ?? []).OfType<JsonObject>())
            {
                (RoomEvent? found, _) = await CheckAsync(room, (JsonObject)missing.DeepClone());
                if (found is not null)
                {
                    await FetchAuthAsync(origin, room, found);
                    room.Enter(found);
                }
            }
        }

        await FetchAuthAsync(origin, room, made);
    }

    private async Task FetchAuthAsync(string origin, PeerRoom room, RoomEvent made)
    {
        if (room.MissingAuth(made.Json).Count == 0)
        {
            return;
        }

        FederationAnswer answer = await Client.GetAsync(origin, $"/_matrix/federation/v1/event_auth/{Uri.EscapeDataString(room.RoomId)}/{Uri.EscapeDataString(made.Id)}");
        var chain = new List<RoomEvent>();
        foreach (JsonObject pdu in (answer.Object["auth_chain"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((await CheckAsync(room, (JsonObject)pdu.DeepClone())).Event is { } found)
            {
                chain.Add(found);
            }
        }

        room.EnterOutliers(chain);
    }
}
