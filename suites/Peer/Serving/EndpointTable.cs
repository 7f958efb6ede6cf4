using System.Collections.Frozen;
using Conformance.Suites.Peer.Serving.Endpoints;

namespace Conformance.Suites.Peer.Serving;

/// <summary>The true answers of a peer, by endpoint.</summary>
internal sealed class EndpointTable
{
    private readonly FrozenDictionary<string, Func<PeerRequest, Task<PeerAnswer>>> _handlers;

    public EndpointTable(FederationPeer peer)
    {
        var keys = new KeyEndpoints(peer);
        var joins = new JoinEndpoints(peer);
        var leaves = new LeaveEndpoints(peer);
        var invites = new InviteEndpoints(peer);
        var history = new HistoryEndpoints(peer);
        var states = new StateEndpoints(peer);
        var transactions = new TransactionEndpoint(peer);
        var queries = new QueryEndpoints(peer);
        var devices = new DeviceEndpoints(peer);
        var spaces = new SpaceEndpoints(peer);
        var media = new MediaEndpoints(peer);
        var handlers = new Dictionary<string, Func<PeerRequest, Task<PeerAnswer>>>(StringComparer.Ordinal)
        {
            ["well-known"] = Now(queries.WellKnown),
            ["version"] = Now(QueryEndpoints.Version),
            ["keys/server"] = Now(keys.Own),
            ["keys/query"] = keys.QueryAsync,
            ["make_join"] = Now(joins.Make),
            ["send_join"] = joins.SendAsync,
            ["send_join/v1"] = joins.SendAsync,
            ["make_leave"] = Now(leaves.MakeLeave),
            ["send_leave"] = leaves.SendLeaveAsync,
            ["send_leave/v1"] = leaves.SendLeaveAsync,
            ["make_knock"] = Now(leaves.MakeKnock),
            ["send_knock"] = leaves.SendKnockAsync,
            ["invite"] = invites.InviteAsync,
            ["invite/v1"] = invites.InviteAsync,
            ["state"] = Now(states.State),
            ["state_ids"] = Now(states.StateIds),
            ["event"] = Now(history.Event),
            ["event_auth"] = Now(states.EventAuth),
            ["backfill"] = Now(history.Backfill),
            ["get_missing_events"] = Now(history.MissingEvents),
            ["timestamp_to_event"] = Now(history.TimestampToEvent),
            ["send"] = transactions.SendAsync,
            ["query/directory"] = Now(queries.Directory),
            ["query/profile"] = Now(queries.Profile),
            ["user/devices"] = Now(devices.Devices),
            ["user/keys/query"] = Now(devices.Query),
            ["user/keys/claim"] = Now(devices.Claim),
            ["publicRooms"] = Now(spaces.PublicRooms),
            ["publicRooms/search"] = Now(spaces.PublicRooms),
            ["hierarchy"] = Now(spaces.Hierarchy),
            ["openid/userinfo"] = Now(queries.OpenId),
            ["media/download"] = Now(media.Download),
            ["media/thumbnail"] = Now(media.Download),
        };
        _handlers = handlers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The endpoints that have an answer.</summary>
    public IEnumerable<string> Names => _handlers.Keys;

    /// <summary>The true answer to a request.</summary>
    public Task<PeerAnswer> AnswerAsync(PeerRequest request) => _handlers.TryGetValue(request.Endpoint, out Func<PeerRequest, Task<PeerAnswer>>? handler)
        ? handler(request)
        : Task.FromResult(PeerAnswer.Error(404, "M_UNRECOGNIZED", "This server has no such endpoint."));

    private static Func<PeerRequest, Task<PeerAnswer>> Now(Func<PeerRequest, PeerAnswer> handler) => request => Task.FromResult(handler(request));
}
