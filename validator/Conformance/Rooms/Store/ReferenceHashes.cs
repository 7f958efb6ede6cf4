using System.Buffers.Binary;
using Conformance.Documents;
using Conformance.Events.Hashing;

namespace Conformance.Rooms.Store;

/// <summary>The hashes that references of room versions 1 and 2 give of the events that they name (Room version 1, Event format).</summary>
internal static class ReferenceHashes
{
    /// <summary>The first eight bytes of a hash, never 0; 0 for none. Enough to tell a hash from another one that nobody chose.</summary>
    public static ulong Beginning(ReadOnlySpan<byte> hash) => hash.IsEmpty ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(hash) | 1;

    /// <summary>The first element of a pair; a node of kind <see cref="NodeKind.None"/> when there is none.</summary>
    public static Node First(Node pair)
    {
        foreach (Node first in pair.Elements())
        {
            return first;
        }

        return default;
    }

    /// <summary>The beginning of the hash that a pair gives; 0 when it gives none that is a SHA-256.</summary>
    public static ulong Given(Node pair)
    {
        if (pair.Kind != NodeKind.Array || pair.Count != 2)
        {
            return 0;
        }

        Node hash = new Node(pair.Document, new Node(pair.Document, pair.Index + 1).Record.Next).Get("sha256"u8);
        Span<byte> bytes = stackalloc byte[32];
        return hash.Kind == NodeKind.Text && UnpaddedBase64.TryDecode(hash.Utf8, bytes, out int length) && length == bytes.Length ? Beginning(bytes) : 0;
    }
}
