using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Conformance.Events.Index;

/// <summary>
/// A 64-bit digest of bytes under a key that is drawn for each run, so that no input can be made to collide. Tells equal
/// bytes from different ones; never leaves the run.
/// </summary>
internal sealed class Fingerprint
{
    private readonly ulong _key0;
    private readonly ulong _key1;

    public Fingerprint()
    {
        Span<ulong> keys = stackalloc ulong[2];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(keys));
        _key0 = keys[0] | 1;
        _key1 = keys[1] | 1;
    }

    /// <summary>The digest of bytes.</summary>
    public ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong state = Fold(_key0 ^ (ulong)bytes.Length, _key1);
        while (bytes.Length >= 16)
        {
            state = Fold(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ state, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ _key1);
            bytes = bytes[16..];
        }

        Span<byte> rest = stackalloc byte[16];
        rest.Clear();
        bytes.CopyTo(rest);
        state = Fold(BinaryPrimitives.ReadUInt64LittleEndian(rest) ^ state, BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]) ^ _key1);
        return Fold(state ^ _key0, _key1);
    }

    /// <summary>Spreads a number under the key.</summary>
    public ulong Spread(ulong value) => Fold(value ^ _key0, _key1);

    private static ulong Fold(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }
}
