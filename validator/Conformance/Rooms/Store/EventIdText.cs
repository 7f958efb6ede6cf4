using System.Security.Cryptography;
using Conformance.Events.Hashing;
using Conformance.Events.Index;
using Conformance.Events.Versions;

namespace Conformance.Rooms.Store;

/// <summary>Event IDs as keys of 32 bytes and back.</summary>
internal static class EventIdText
{
    /// <summary>Length of an ID that is a hash, with its sigil.</summary>
    public const int HashIdLength = UnpaddedBase64.HashLength + 1;

    /// <summary>
    /// The key of an ID: the hash that it is, or the SHA-256 of its text where it is none in the form of the room version.
    /// </summary>
    /// <param name="id">The ID in UTF-8.</param>
    /// <param name="form">The form of the room version.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether the ID is such a hash, so that its text follows from the key.</returns>
    public static bool TryHash(ReadOnlySpan<byte> id, EventIdForm form, out EventKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (form != EventIdForm.Field && id.Length == HashIdLength && id[0] == (byte)'$'
            && UnpaddedBase64.TryDecodeHash(id[1..], hash, form == EventIdForm.HashUrlSafeBase64))
        {
            key = EventKey.Of(hash);
            return true;
        }

        SHA256.HashData(id, hash);
        key = EventKey.Of(hash);
        return false;
    }

    /// <summary>Writes the ID that is a hash.</summary>
    public static void Write(in EventKey key, EventIdForm form, Span<byte> target)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        key.CopyTo(hash);
        target[0] = (byte)'$';
        UnpaddedBase64.EncodeHash(hash, target[1..], form == EventIdForm.HashUrlSafeBase64);
    }
}
