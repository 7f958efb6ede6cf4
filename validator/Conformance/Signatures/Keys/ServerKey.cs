using System.Text;
using Conformance.Events.Versions;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures.Keys;

/// <summary>A public key of a server.</summary>
/// <param name="Server">The server's name.</param>
/// <param name="KeyId">The key's ID: <c>ed25519:</c> and a version.</param>
/// <param name="Key">The key.</param>
/// <param name="ValidUntil"><c>valid_until_ts</c>, milliseconds since 1970; null when it isn't known.</param>
/// <param name="Expired"><c>expired_ts</c> of a key that the server has stopped using, milliseconds since 1970; null for one in use.</param>
/// <param name="Source">Where it is known from.</param>
internal sealed record ServerKey(string Server, string KeyId, Ed25519PublicKey Key, long? ValidUntil, long? Expired, KeySource Source)
{
    private readonly string _keyId = KeyId;
    private readonly byte[] _keyIdUtf8 = Encoding.UTF8.GetBytes(KeyId);

    /// <summary>The key's ID: <c>ed25519:</c> and a version.</summary>
    public string KeyId
    {
        get => _keyId;
        init
        {
            _keyId = value;
            _keyIdUtf8 = Encoding.UTF8.GetBytes(value);
        }
    }

    /// <summary>JSON Pointer to the key in the archive's own item of keys; empty for keys from elsewhere.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Where the key begins in that item, in bytes; 0 for keys from elsewhere.</summary>
    public long Offset { get; init; }

    /// <summary>The key's ID in UTF-8.</summary>
    public ReadOnlySpan<byte> KeyIdUtf8 => _keyIdUtf8;

    /// <summary>
    /// Whether the key may have signed an event. <c>expired_ts</c> counts in every room version (Server-Server API, Validating
    /// hashes and signatures on received events), <c>valid_until_ts</c> only where the room version says so.
    /// </summary>
    /// <param name="originServerTs">The event's <c>origin_server_ts</c>; null when it has none that can be read.</param>
    /// <param name="version">The version of the event's room.</param>
    public KeyStanding StandingAt(long? originServerTs, RoomVersion version)
    {
        long? validUntil = version.EnforcesKeyValidity ? ValidUntil : null;
        return Expired is null && validUntil is null ? KeyStanding.Usable
            : originServerTs is not { } time ? KeyStanding.NoTime
            : Expired < time ? KeyStanding.Retired
            : validUntil < time ? KeyStanding.Lapsed
            : KeyStanding.Usable;
    }
}
