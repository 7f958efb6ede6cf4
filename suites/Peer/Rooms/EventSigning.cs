using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>Signs events for the servers that must sign them.</summary>
/// <param name="keysOf">A server's keys; null for one that isn't ours, whose signature is then left out.</param>
/// <param name="clock">Dates the events.</param>
internal sealed class EventSigning(Func<string, PeerKeys?> keysOf, PeerClock clock)
{
    /// <summary>The time that new events get.</summary>
    public long Milliseconds => clock.Milliseconds;

    /// <summary>Adds all signatures that an event needs and that can be made (Server-Server API, Validating hashes and signatures on received events).</summary>
    public void Sign(JsonObject pdu, RoomVersion version)
    {
        foreach (string server in Signers(pdu, version))
        {
            keysOf(server)?.SignEvent(pdu, version);
        }
    }

    /// <summary>Who must sign an event: the servers of its sender, of its ID where that names one, and of the user who vouches for a join.</summary>
    public static IReadOnlyList<string> Signers(JsonObject pdu, RoomVersion version)
    {
        var servers = new List<string> { ServerName.Of(pdu["sender"]?.ToString() ?? "") };
        if (version.HasEventIdField)
        {
            servers.Add(ServerName.Of(pdu["event_id"]?.ToString() ?? ""));
        }

        if (version.AuthorisingServerSigns && pdu["content"] is JsonObject content && content["membership"]?.ToString() == "join"
            && content["join_authorised_via_users_server"] is JsonValue voucher)
        {
            servers.Add(ServerName.Of(voucher.ToString()));
        }

        return [.. servers.Where(server => server.Length > 0).Distinct()];
    }
}
