using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Signatures.Cryptography;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Authentication;

/// <summary>The keys of other servers, as those publish them, kept until they run out (Server-Server API, Retrieving server keys). Any number of threads.</summary>
/// <param name="fetch">Asks a server for its keys; null when it doesn't answer.</param>
/// <param name="clock">The peer's clock.</param>
internal sealed class KeyCache(Func<string, Task<JsonObject?>> fetch, PeerClock clock)
{
    private readonly ConcurrentDictionary<string, JsonObject> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, KnownKey>> _keys = new(StringComparer.Ordinal);

    /// <summary>The answers of all servers that were asked, by their names.</summary>
    public IReadOnlyDictionary<string, JsonObject> Answers => _answers;

    /// <summary>A server's key; asked for when it isn't known or has run out.</summary>
    /// <returns>The key, or null.</returns>
    public async Task<KnownKey?> FindAsync(string server, string id)
    {
        if (_keys.TryGetValue(server, out IReadOnlyDictionary<string, KnownKey>? known) && known.TryGetValue(id, out KnownKey? key)
            && (key.IsRetired || key.UntilTs > clock.Milliseconds))
        {
            return key;
        }

        if (await fetch(server) is not { } answer || Read(server, answer) is not { } read)
        {
            return null;
        }

        _answers[server] = answer;
        _keys[server] = read;
        return read.GetValueOrDefault(id);
    }

    /// <summary>Reads what a server publishes. It counts only when every key in it has signed it.</summary>
    /// <returns>Its keys by ID; null when it doesn't count.</returns>
    public static IReadOnlyDictionary<string, KnownKey>? Read(string server, JsonObject answer)
    {
        if (answer["server_name"]?.ToString() != server || answer["verify_keys"] is not JsonObject { Count: > 0 } valid || answer["valid_until_ts"] is not JsonValue until
            || !Numbers.TryInteger(until, out long untilTs))
        {
            return null;
        }

        var keys = new Dictionary<string, KnownKey>(StringComparer.Ordinal);
        foreach ((string id, JsonNode? value) in answer["old_verify_keys"] as JsonObject ?? [])
        {
            if (Parse(value) is { } key && value!["expired_ts"] is JsonValue expired && Numbers.TryInteger(expired, out long expiredTs))
            {
                keys[id] = new KnownKey(key, expiredTs, IsRetired: true);
            }
        }

        foreach ((string id, JsonNode? value) in valid)
        {
            if (Parse(value) is not { } key || !SignedObject.Verify(answer, server, id, key))
            {
                return null;
            }

            keys[id] = new KnownKey(key, untilTs, IsRetired: false);
        }

        return keys;
    }

    private static Ed25519PublicKey? Parse(JsonNode? value) =>
        value is JsonObject named && named["key"] is JsonValue text && SignedObject.Decode(text.ToString()) is { Length: 32 } bytes ? new Ed25519PublicKey(bytes) : null;
}
