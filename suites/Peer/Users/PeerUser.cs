using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Users;

/// <summary>A user of a peer: profile, devices, cross-signing keys.</summary>
/// <param name="id">The user's ID.</param>
internal sealed class PeerUser(string id)
{
    private readonly ConcurrentDictionary<string, PeerDevice> _devices = new(StringComparer.Ordinal);
    private readonly PeerKey _master = PeerKey.Of("", $"master {id}");
    private readonly PeerKey _selfSigning = PeerKey.Of("", $"self-signing {id}");
    private long _stream;

    /// <summary>The user's ID.</summary>
    public string Id => id;

    /// <summary>The display name; null for none.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The picture; null for none.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>Whether the user has cross-signing keys.</summary>
    public bool HasCrossSigning { get; set; }

    /// <summary>The number of the last change of devices.</summary>
    public long Stream => Interlocked.Read(ref _stream);

    /// <summary>The devices.</summary>
    public IReadOnlyCollection<PeerDevice> Devices => [.. _devices.Values.OrderBy(device => device.Id, StringComparer.Ordinal)];

    /// <summary>Adds a device, or finds it.</summary>
    public PeerDevice Device(string deviceId, string? displayName = null) => _devices.GetOrAdd(deviceId, _ => new PeerDevice(id, deviceId, displayName));

    /// <summary>Counts a change of devices.</summary>
    /// <param name="by">How many changes; more than 1 leaves a gap.</param>
    public long Next(int by = 1) => Interlocked.Add(ref _stream, by);

    /// <summary>The master key, which signs the self-signing one.</summary>
    public JsonObject MasterKey() => CrossSigning("master", _master);

    /// <summary>The self-signing key.</summary>
    public JsonObject SelfSigningKey()
    {
        JsonObject key = CrossSigning("self_signing", _selfSigning);
        PeerKey.Of($"ed25519:{_master.Public}", $"master {id}").Sign(key, id);
        return key;
    }

    private JsonObject CrossSigning(string usage, PeerKey key) => new()
    {
        ["user_id"] = id,
        ["usage"] = new JsonArray(usage),
        ["keys"] = new JsonObject { [$"ed25519:{key.Public}"] = key.Public },
    };
}
