using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Users;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Devices and keys of users (Server-Server API, Device Management; End-to-End Encryption).</summary>
/// <param name="peer">Who answers.</param>
internal sealed class DeviceEndpoints(FederationPeer peer)
{
    public PeerAnswer Devices(PeerRequest request)
    {
        if (peer.Users.Find(request.Values["userId"]) is not { } user)
        {
            return PeerAnswer.NotFound("There is no such user.");
        }

        var answer = new JsonObject { ["user_id"] = user.Id, ["stream_id"] = user.Stream, ["devices"] = new JsonArray([.. user.Devices.Select(Listed)]) };
        if (user.HasCrossSigning)
        {
            answer["master_key"] = user.MasterKey();
            answer["self_signing_key"] = user.SelfSigningKey();
        }

        return PeerAnswer.Json(answer);
    }

    public PeerAnswer Query(PeerRequest request)
    {
        var devices = new JsonObject();
        var masters = new JsonObject();
        var selfSigning = new JsonObject();
        foreach ((string id, JsonNode? wanted) in request.Object["device_keys"] as JsonObject ?? [])
        {
            if (peer.Users.Find(id) is not { } user)
            {
                continue;
            }

            string[] names = [.. (wanted as JsonArray ?? []).Select(name => name?.ToString() ?? "")];
            devices[id] = new JsonObject(user.Devices.Where(device => names.Length == 0 || names.Contains(device.Id)).Select(device => KeyValuePair.Create(device.Id, (JsonNode?)Named(device))));
            if (user.HasCrossSigning)
            {
                masters[id] = user.MasterKey();
                selfSigning[id] = user.SelfSigningKey();
            }
        }

        return PeerAnswer.Json(new JsonObject { ["device_keys"] = devices, ["master_keys"] = masters, ["self_signing_keys"] = selfSigning });
    }

    public PeerAnswer Claim(PeerRequest request)
    {
        var claimed = new JsonObject();
        foreach ((string id, JsonNode? wanted) in request.Object["one_time_keys"] as JsonObject ?? [])
        {
            var keys = new JsonObject();
            foreach ((string device, JsonNode? algorithm) in wanted as JsonObject ?? [])
            {
                if (algorithm?.ToString() == "signed_curve25519" && peer.Users.Find(id)?.Devices.FirstOrDefault(known => known.Id == device) is { } found)
                {
                    (string name, JsonObject key) = found.OneTimeKey();
                    keys[device] = new JsonObject { [name] = key };
                }
            }

            if (keys.Count > 0)
            {
                claimed[id] = keys;
            }
        }

        return PeerAnswer.Json(new JsonObject { ["one_time_keys"] = claimed });
    }

    private static JsonNode Listed(PeerDevice device)
    {
        var listed = new JsonObject { ["device_id"] = device.Id, ["keys"] = device.Keys() };
        if (device.DisplayName is { } name)
        {
            listed["device_display_name"] = name;
        }

        return listed;
    }

    private static JsonObject Named(PeerDevice device)
    {
        JsonObject keys = device.Keys();
        if (device.DisplayName is { } name)
        {
            keys["unsigned"] = new JsonObject { ["device_display_name"] = name };
        }

        return keys;
    }
}
