using System.Buffers.Binary;

namespace Conformance.Events.Canonical;

/// <summary>A pair of a map on its way to its place: indices of key and value on the tape, and the key's first eight bytes to sort by.</summary>
internal readonly record struct MapEntry(ulong Prefix, int Key, int Value)
{
    /// <summary>The first bytes of a name as a number that sorts like them.</summary>
    public static ulong PrefixOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(name);
        }

        ulong prefix = 0;
        for (int i = 0; i < name.Length; i++)
        {
            prefix |= (ulong)name[i] << (56 - (8 * i));
        }

        return prefix;
    }
}
