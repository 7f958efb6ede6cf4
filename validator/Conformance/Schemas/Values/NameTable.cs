using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Conformance.Schemas.Values;

/// <summary>Names to positions, without allocation: a hash of length, first and last bytes, and one comparison.</summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly int[] _slots;
    private readonly int _mask;

    /// <summary>A table of different names.</summary>
    public NameTable(IReadOnlyList<string> names)
    {
        _names = [.. names.Select(Encoding.UTF8.GetBytes)];
        int size = 4;
        while (size < names.Count * 3)
        {
            size *= 2;
        }

        _mask = size - 1;
        _slots = new int[size];
        for (int i = 0; i < _names.Length; i++)
        {
            int slot = (int)Hash(_names[i]) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = i + 1;
        }
    }

    /// <summary>The position of a name, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> name)
    {
        int slot = (int)Hash(name) & _mask;
        while (true)
        {
            int index = _slots[slot] - 1;
            if (index < 0 || name.SequenceEqual(_names[index]))
            {
                return index;
            }

            slot = (slot + 1) & _mask;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        ulong mixed;
        if (name.Length >= 8)
        {
            mixed = BinaryPrimitives.ReadUInt64LittleEndian(name)
                ^ ulong.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]), 23);
        }
        else if (name.Length >= 4)
        {
            mixed = BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32);
        }
        else
        {
            mixed = name.IsEmpty ? 0UL : name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16);
        }

        return (uint)(((mixed ^ (ulong)name.Length) * 0x9E3779B97F4A7C15UL) >> 40);
    }
}
