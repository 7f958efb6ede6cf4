using System.Text.Json.Nodes;
using Conformance.Generator.Events;

namespace Conformance.Suites.Peer.Identity;

/// <summary>A server's signing keys: the current one, others that are valid beside it, and those that it has retired. Any number of threads.</summary>
internal sealed class PeerKeys
{
    private readonly Lock _lock = new();
    private readonly List<PeerKey> _valid = [];
    private readonly List<(PeerKey Key, long ExpiredTs)> _retired = [];
    private readonly string _origin;
    private int _made;

    /// <summary>Makes a server's first key.</summary>
    /// <param name="server">The server.</param>
    /// <param name="seed">Makes other keys for the same server.</param>
    public PeerKeys(string server, ulong seed = 0)
    {
        Server = server;
        _origin = $"{server} {seed}";
        _valid.Add(Next());
    }

    /// <summary>Whose keys these are.</summary>
    public string Server { get; }

    /// <summary>How long an answer with the keys may be kept.</summary>
    public TimeSpan Validity { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The key that signs.</summary>
    public PeerKey Current
    {
        get
        {
            lock (_lock)
            {
                return _valid[^1];
            }
        }
    }

    /// <summary>Makes another key, which signs from now on; those before it stay valid.</summary>
    public PeerKey Add()
    {
        lock (_lock)
        {
            _valid.Add(Next());
            return _valid[^1];
        }
    }

    /// <summary>Makes another key, and retires all others.</summary>
    /// <param name="expiredTs">Until when they were valid; null drops them without a trace.</param>
    public PeerKey Rotate(long? expiredTs)
    {
        lock (_lock)
        {
            if (expiredTs is { } at)
            {
                _retired.AddRange(_valid.Select(key => (key, at)));
            }

            _valid.Clear();
            _valid.Add(Next());
            return _valid[^1];
        }
    }

    /// <summary>The server's keys as it publishes them, signed by every valid one (Server-Server API, Publishing Keys).</summary>
    public JsonObject Publish(DateTimeOffset now)
    {
        lock (_lock)
        {
            var keys = new JsonObject { ["server_name"] = Server, ["valid_until_ts"] = (now + Validity).ToUnixTimeMilliseconds() };
            keys["verify_keys"] = new JsonObject(_valid.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Id, new JsonObject { ["key"] = key.Public })));
            keys["old_verify_keys"] = new JsonObject(_retired.Select(old =>
                KeyValuePair.Create<string, JsonNode?>(old.Key.Id, new JsonObject { ["key"] = old.Key.Public, ["expired_ts"] = old.ExpiredTs })));
            foreach (PeerKey key in _valid)
            {
                key.Sign(keys, Server);
            }

            return keys;
        }
    }

    /// <summary>Adds this server's signature to an event (Server-Server API, Signing Events).</summary>
    public void SignEvent(JsonObject pdu, RoomVersion version)
    {
        PeerKey key = Current;
        key.AddSignature(pdu, Server, key.Sign(EventHashes.Signed(pdu, version)));
    }

    private PeerKey Next() => PeerKey.Of($"ed25519:p{_made}", $"{_origin} {_made++}");
}
