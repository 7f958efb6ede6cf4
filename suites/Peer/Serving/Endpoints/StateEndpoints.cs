using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>State before events, and auth chains (Server-Server API, Retrieving events; Retrieve event authorization).</summary>
/// <param name="peer">Who answers.</param>
internal sealed class StateEndpoints(FederationPeer peer)
{
    public PeerAnswer State(PeerRequest request) => Answer(request, (state, chain) => new JsonObject { ["pdus"] = Pdus.Of(state), ["auth_chain"] = Pdus.Of(chain) });

    public PeerAnswer StateIds(PeerRequest request) => Answer(request, (state, chain) => new JsonObject { ["pdu_ids"] = Pdus.Ids(state), ["auth_chain_ids"] = Pdus.Ids(chain) });

    public PeerAnswer EventAuth(PeerRequest request)
    {
        (PeerRoom room, PeerAnswer? refusal) = RoomAccess.ForMember(peer, request);
        if (refusal is not null)
        {
            return refusal;
        }

        return room.Find(request.Event!) is { } made
            ? PeerAnswer.Json(new JsonObject { ["auth_chain"] = Pdus.Of(room.AuthChain([made])) })
            : PeerAnswer.NotFound("The event isn't known here.");
    }

    private PeerAnswer Answer(PeerRequest request, Func<IReadOnlyCollection<RoomEvent>, IReadOnlyList<RoomEvent>, JsonObject> write)
    {
        (PeerRoom room, PeerAnswer? refusal) = RoomAccess.ForMember(peer, request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (request.Event is not { } id)
        {
            return PeerAnswer.Error(400, "M_MISSING_PARAM", "event_id is missing.");
        }

        return room.Find(id) is { } made && room.Before(made) is { } state
            ? PeerAnswer.Json(write(state.Events, room.AuthChain(state.Events)))
            : PeerAnswer.NotFound("The event isn't known here, or the state before it isn't.");
    }
}
