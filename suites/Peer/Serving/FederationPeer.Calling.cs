using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving;

/// <content>What the peer asks of others for its users.</content>
internal sealed partial class FederationPeer
{
    private long _transactions;

    /// <summary>Joins a room of another server (Server-Server API, Joining Rooms).</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="user">The user, one of this peer unless a scenario wants it otherwise.</param>
    /// <param name="via">The server that is asked.</param>
    /// <param name="options">How.</param>
    public async Task<JoinResult> JoinAsync(string roomId, string user, string via, JoinOptions? options = null)
    {
        options ??= new JoinOptions();
        JoinResult result = await EnterAsync("join", roomId, user, via, options);
        if (!result.IsOk)
        {
            return result;
        }

        JsonObject answer = result.Answer!.Json is JsonArray pair ? pair[1]!.AsObject() : result.Answer.Object;
        PeerRoom room = FindRoom(roomId) ?? new PeerRoom(VersionOf(result.Template), roomId);
        RoomEvent join = answer["event"] is JsonObject signed ? room.Read((JsonObject)signed.DeepClone()) : result.Event!;
        List<RoomEvent> state = Read(room, answer["state"]);
        room.EnterOutliers([.. state, .. Read(room, answer["auth_chain"])]);
        room.Enter(join, room.StateOf(state));
        Take(room);
        return result with { Room = room, Event = join };
    }

    /// <summary>Leaves a room, or turns down an invite, through another server.</summary>
    public async Task<JoinResult> LeaveAsync(string roomId, string user, string via, JoinOptions? options = null)
    {
        JoinResult result = await EnterAsync("leave", roomId, user, via, options ?? new JoinOptions());
        if (result.IsOk)
        {
            FindRoom(roomId)?.Enter(result.Event!);
        }

        return result;
    }

    /// <summary>Knocks at a room of another server.</summary>
    public Task<JoinResult> KnockAsync(string roomId, string user, string via, JoinOptions? options = null) => EnterAsync("knock", roomId, user, via, options ?? new JoinOptions());

    /// <summary>Invites another server's user (Server-Server API, Inviting to a room). The invite isn't entered in the room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="invite">The invite, signed.</param>
    /// <param name="server">The invited user's server.</param>
    /// <param name="shown">The events that the invited user is shown; null for the usual ones.</param>
    public Task<FederationAnswer> InviteAsync(PeerRoom room, RoomEvent invite, string server, IEnumerable<RoomEvent>? shown = null) =>
        Client.PutAsync(server, $"/_matrix/federation/v2/invite/{Escape(room.RoomId)}/{Escape(invite.Id)}", new JsonObject
        {
            ["room_version"] = room.Version.Id,
            ["event"] = invite.Json.DeepClone(),
            ["invite_room_state"] = Endpoints.Pdus.Of(shown ?? Endpoints.LeaveEndpoints.Shown(room.Current)),
        });

    /// <summary>Builds an event of a room, enters it here and sends it to servers.</summary>
    /// <param name="room">The room.</param>
    /// <param name="draft">The event.</param>
    /// <param name="servers">Whom to send it to; none for all that are joined.</param>
    public async Task<RoomEvent> SayAsync(PeerRoom room, EventDraft draft, params string[] servers)
    {
        string[] all = servers.Length > 0 ? servers : [.. room.Current.JoinedServers.Where(server => server != Name && Network.Directory.Find(server) is not null)];
        RoomEvent made = room.Add(draft, Signing);
        foreach (string server in all)
        {
            await SendAsync(server, [made.Json]);
        }

        return made;
    }

    /// <summary>Sends a transaction (Server-Server API, Transactions).</summary>
    /// <param name="server">Whom to.</param>
    /// <param name="pdus">Events.</param>
    /// <param name="edus">Ephemeral messages.</param>
    /// <param name="transaction">Its ID; null for one that wasn't used.</param>
    public Task<FederationAnswer> SendAsync(string server, IEnumerable<JsonObject> pdus, IEnumerable<JsonObject>? edus = null, string? transaction = null)
    {
        transaction ??= string.Create(CultureInfo.InvariantCulture, $"t{Clock.Milliseconds}x{Interlocked.Increment(ref _transactions)}");
        var content = new JsonObject
        {
            ["origin"] = Name,
            ["origin_server_ts"] = Clock.Milliseconds,
            ["pdus"] = new JsonArray([.. pdus.Select(pdu => pdu.DeepClone())]),
        };
        if (edus is not null)
        {
            content["edus"] = new JsonArray([.. edus.Select(edu => edu.DeepClone())]);
        }

        return Client.PutAsync(server, $"/_matrix/federation/v1/send/{Escape(transaction)}", content);
    }

    /// <summary>Asks with a signed GET, which tells a server that this one is up again.</summary>
    public Task<FederationAnswer> GreetAsync(string server) => Client.GetAsync(server, $"/_matrix/federation/v1/query/profile?user_id={Escape($"@nobody:{server}")}");

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static RoomVersion VersionOf(FederationAnswer template) => RoomVersion.Of(template.Object["room_version"]?.ToString() ?? "1");

    private static List<RoomEvent> Read(PeerRoom room, JsonNode? events) =>
        [.. (events as JsonArray ?? []).OfType<JsonObject>().Select(pdu => room.Read((JsonObject)pdu.DeepClone()))];

    private async Task<JoinResult> EnterAsync(string membership, string roomId, string user, string via, JoinOptions options)
    {
        IReadOnlyList<string> versions = options.Versions ?? [.. RoomVersion.All.Select(version => version.Id)];
        string query = versions.Count == 0 || membership == "leave" ? "" : "?" + string.Join('&', versions.Select(version => $"ver={version}"));
        FederationAnswer template = await Client.GetAsync(via, $"/_matrix/federation/v1/make_{membership}/{Escape(roomId)}/{Escape(user)}{query}");
        if (!template.IsOk || template.Object["event"] is not JsonObject raw)
        {
            return new JoinResult(template, null, null, null);
        }

        RoomVersion version = template.Object.ContainsKey("room_version") ? VersionOf(template) : FindRoom(roomId)?.Version ?? VersionOf(template);
        var scratch = new PeerRoom(version, roomId);
        RoomEvent made = Seal(scratch, (JsonObject)raw.DeepClone(), user, options);
        options.ChangeSigned?.Invoke(made.Json);
        string edition = options.IsFirstVersion || membership == "knock" ? "v1" : "v2";
        string omit = options.OmitMembers is { } value ? $"?omit_members={Escape(value)}" : "";
        FederationAnswer answer = await Client.PutAsync(via, $"/_matrix/federation/{edition}/send_{membership}/{Escape(roomId)}/{Escape(made.Id)}{omit}", made.Json);
        return new JoinResult(template, answer, made, null);
    }

    /// <summary>Completes a template as the user's server does: time, ID in old versions, hashes, signature.</summary>
    private RoomEvent Seal(PeerRoom room, JsonObject pdu, string user, JoinOptions options)
    {
        pdu["origin_server_ts"] = Clock.Milliseconds;
        if (room.Version.HasEventIdField)
        {
            pdu["event_id"] = string.Create(CultureInfo.InvariantCulture, $"$own{Interlocked.Increment(ref _transactions)}x{Clock.Milliseconds}:{ServerName.Of(user)}");
        }

        pdu.Remove("unsigned");
        options.Change?.Invoke(pdu);
        var own = new EventSigning(server => server == Name ? Keys : null, Clock);
        return room.Seal(pdu, own);
    }
}
