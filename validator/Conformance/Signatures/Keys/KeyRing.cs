using System.Buffers;
using System.Text;

namespace Conformance.Signatures.Keys;

/// <summary>The public keys that are known: server, key ID, key. Immutable; any number of threads may look keys up.</summary>
internal sealed class KeyRing
{
    // 230 bytes are recommended; what is longer than this has no keys.
    private const int MaxServerLength = 512;

    private readonly Dictionary<string, ServerKey[]> _servers;
    private readonly Dictionary<string, ServerKey[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Takes keys, of which no two may have server and ID in common.</summary>
    internal KeyRing(IEnumerable<ServerKey> keys)
    {
        _servers = keys.GroupBy(key => key.Server, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _lookup = _servers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (ServerKey[] ofServer in _servers.Values)
        {
            Count += ofServer.Length;
        }
    }

    /// <summary>A ring without keys.</summary>
    public static KeyRing Empty { get; } = new([]);

    /// <summary>How many keys there are.</summary>
    public int Count { get; }

    /// <summary>All keys, ordered by server and ID.</summary>
    public IEnumerable<ServerKey> All =>
        _servers.Values.SelectMany(keys => keys).OrderBy(key => key.Server, StringComparer.Ordinal).ThenBy(key => key.KeyId, StringComparer.Ordinal);

    /// <summary>The keys of a server.</summary>
    /// <param name="server">The server's name in UTF-8, exactly.</param>
    /// <returns>The keys; none for a server that isn't known.</returns>
    public ReadOnlySpan<ServerKey> KeysOf(ReadOnlySpan<byte> server)
    {
        Span<char> characters = stackalloc char[MaxServerLength];
        return Ascii.ToUtf16(server, characters, out int length) == OperationStatus.Done && _lookup.TryGetValue(characters[..length], out ServerKey[]? keys)
            ? keys
            : default;
    }

    /// <summary>A key.</summary>
    /// <param name="server">The server's name in UTF-8, exactly.</param>
    /// <param name="keyId">The key's ID in UTF-8.</param>
    /// <returns>The key, or null.</returns>
    public ServerKey? Find(ReadOnlySpan<byte> server, ReadOnlySpan<byte> keyId)
    {
        foreach (ServerKey key in KeysOf(server))
        {
            if (key.KeyIdUtf8.SequenceEqual(keyId))
            {
                return key;
            }
        }

        return null;
    }
}
