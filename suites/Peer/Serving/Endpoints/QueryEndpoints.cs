using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Questions that need no room (Server-Server API, Querying for information; OpenID; Server discovery).</summary>
/// <param name="peer">Who answers.</param>
internal sealed class QueryEndpoints(FederationPeer peer)
{
    public static PeerAnswer Version(PeerRequest request) =>
        PeerAnswer.Json(new JsonObject { ["server"] = new JsonObject { ["name"] = "Conformance peer", ["version"] = "1" } });

    public PeerAnswer WellKnown(PeerRequest request) => PeerAnswer.Json(new JsonObject { ["m.server"] = peer.Name });

    public PeerAnswer Directory(PeerRequest request)
    {
        if (request.Asked("room_alias") is not { } alias)
        {
            return PeerAnswer.Error(400, "M_MISSING_PARAM", "room_alias is missing.");
        }

        if (peer.FindAlias(alias) is not { } roomId)
        {
            return PeerAnswer.NotFound("There is no such alias.");
        }

        IEnumerable<string> servers = peer.FindRoom(roomId) is { } room ? room.Current.JoinedServers : [peer.Name];
        return PeerAnswer.Json(new JsonObject { ["room_id"] = roomId, ["servers"] = new JsonArray([.. servers.Select(server => (JsonNode)server)]) });
    }

    public PeerAnswer Profile(PeerRequest request)
    {
        if (request.Asked("user_id") is not { } id)
        {
            return PeerAnswer.Error(400, "M_MISSING_PARAM", "user_id is missing.");
        }

        if (ServerName.Of(id) != peer.Name || peer.Users.Find(id) is not { } user)
        {
            return PeerAnswer.NotFound("There is no such user.");
        }

        var profile = new JsonObject();
        Add("displayname", user.DisplayName);
        Add("avatar_url", user.AvatarUrl);
        return PeerAnswer.Json(profile);

        void Add(string name, string? value)
        {
            if (value is not null && (request.Asked("field") ?? name) == name)
            {
                profile[name] = value;
            }
        }
    }

    public PeerAnswer OpenId(PeerRequest request) => request.Asked("access_token") is not { } token
        ? PeerAnswer.Error(401, "M_MISSING_TOKEN", "access_token is missing.")
        : peer.OpenIdTokens.TryGetValue(token, out string? user)
            ? PeerAnswer.Json(new JsonObject { ["sub"] = user })
            : PeerAnswer.Error(401, "M_UNKNOWN_TOKEN", "The token isn't known.");
}
