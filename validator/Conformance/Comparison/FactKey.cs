using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Conformance.Comparison;

/// <summary>Stands for the name of a fact: its part, and 120 bits of the SHA-256 of what names it there.</summary>
/// <param name="High">The part in the highest 8 bits, then bits of the digest.</param>
/// <param name="Low">More bits of the digest.</param>
internal readonly record struct FactKey(ulong High, ulong Low)
{
    /// <summary>The kind of thing.</summary>
    public ContentPart Part => (ContentPart)(High >> 56);

    /// <summary>The key of a name.</summary>
    /// <param name="part">The kind of thing.</param>
    /// <param name="name">Its name, in a form that no two names share.</param>
    public static FactKey Of(ContentPart part, ReadOnlySpan<byte> name)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, digest);
        ulong high = BinaryPrimitives.ReadUInt64LittleEndian(digest);
        return new FactKey(((ulong)part << 56) | (high >> 8), BinaryPrimitives.ReadUInt64LittleEndian(digest[8..]));
    }
}
