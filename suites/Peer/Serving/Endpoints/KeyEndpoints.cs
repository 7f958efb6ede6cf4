using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Authentication;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Keys (Server-Server API, Retrieving server keys).</summary>
/// <param name="peer">Whose.</param>
internal sealed class KeyEndpoints(FederationPeer peer)
{
    public PeerAnswer Own(PeerRequest request) => PeerAnswer.Json(peer.Keys.Publish(peer.Clock.Now));

    /// <summary>As a notary: keys of other servers, signed by this one, too.</summary>
    public async Task<PeerAnswer> QueryAsync(PeerRequest request)
    {
        string[] servers = request.Values.TryGetValue("serverName", out string? named) ? [named] : [.. (request.Object["server_keys"] as JsonObject ?? []).Select(pair => pair.Key)];
        var found = new JsonArray();
        foreach (string server in servers)
        {
            if (await FindAsync(server) is { } keys)
            {
                peer.Keys.Current.Sign(keys, peer.Name);
                found.Add((JsonNode)keys);
            }
        }

        return PeerAnswer.Json(new JsonObject { ["server_keys"] = found });
    }

    private async Task<JsonObject?> FindAsync(string server)
    {
        if (server == peer.Name)
        {
            return peer.Keys.Publish(peer.Clock.Now);
        }

        Calling.FederationAnswer answer = await peer.Client.GetAsync(server, "/_matrix/key/v2/server", isSigned: false);
        return answer.Json is JsonObject keys && KeyCache.Read(server, keys) is not null ? keys : null;
    }
}
