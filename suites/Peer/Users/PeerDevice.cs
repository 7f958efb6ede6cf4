using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Users;

/// <summary>A device with its keys (Client-Server API, End-to-End Encryption).</summary>
internal sealed class PeerDevice
{
    private readonly string _user;
    private readonly PeerKey _key;
    private readonly PeerKey _identity;
    private int _oneTimeKeys;

    internal PeerDevice(string user, string id, string? displayName)
    {
        _user = user;
        Id = id;
        DisplayName = displayName;
        _key = PeerKey.Of($"ed25519:{id}", $"device {user} {id}");
        _identity = PeerKey.Of($"curve25519:{id}", $"identity {user} {id}");
    }

    /// <summary>Its ID.</summary>
    public string Id { get; }

    /// <summary>Its name; null for none.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Its keys, signed by itself.</summary>
    public JsonObject Keys()
    {
        var keys = new JsonObject
        {
            ["user_id"] = _user,
            ["device_id"] = Id,
            ["algorithms"] = new JsonArray("m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"),
            ["keys"] = new JsonObject { [_identity.Id] = _identity.Public, [_key.Id] = _key.Public },
        };
        _key.Sign(keys, _user);
        return keys;
    }

    /// <summary>A one-time key that was never given out before.</summary>
    public (string Id, JsonObject Key) OneTimeKey()
    {
        int number = Interlocked.Increment(ref _oneTimeKeys);
        var key = new JsonObject { ["key"] = PeerKey.Of("x", $"once {_user} {Id} {number}").Public };
        _key.Sign(key, _user);
        return ($"signed_curve25519:K{number}", key);
    }
}
