using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Conformance.Documents.Cbor;

/// <summary>
/// Finds names that stand twice in a map (RFC 8949 §5.6). Text that was not valid UTF-8 is left out: what is kept of it may equal
/// another name although the bytes don't.
/// </summary>
internal static class CborNames
{
    // Up to here all pairs are compared by a mark, which takes less time than hashing.
    private const int FewNames = 32;

    // Room for a name in a finding; nobody reads more.
    private const int MaxQuoted = 512;

    public static void Compare(Document document, int map)
    {
        int count = document.Record(map).Count;
        if (count <= FewNames)
        {
            CompareFew(document, map, count);
        }
        else
        {
            CompareMany(document, map, count);
        }
    }

    [SkipLocalsInit]
    private static void CompareFew(Document document, int map, int count)
    {
        Span<ulong> marks = stackalloc ulong[FewNames];
        Span<int> nodes = stackalloc int[FewNames];
        int names = 0;
        int key = map + 1;
        for (int i = 0; i < count; i++)
        {
            ref NodeRecord record = ref document.Record(key);
            if (IsComparable(record))
            {
                ReadOnlySpan<byte> name = document.TextOf(record);
                ulong mark = Mark(name);
                int from = 0;
                int hit;
                while ((hit = marks[from..names].IndexOf(mark)) >= 0)
                {
                    from += hit + 1;
                    if (document.TextOf(document.Record(nodes[from - 1])).SequenceEqual(name))
                    {
                        Note(document, map, key);
                        break;
                    }
                }

                marks[names] = mark;
                nodes[names++] = key;
            }

            key = document.Record(record.Next).Next;
        }
    }

    private static void CompareMany(Document document, int map, int count)
    {
        // Open addressing over a keyed hash: no choice of names makes it slow. A slot holds an index on the tape plus one.
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2);
        int[] slots = ArrayPool<int>.Shared.Rent(size);
        ulong[] hashes = ArrayPool<ulong>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        NameHash hasher = NameHash.OfProcess;
        int key = map + 1;
        for (int i = 0; i < count; i++)
        {
            ref NodeRecord record = ref document.Record(key);
            if (IsComparable(record))
            {
                ReadOnlySpan<byte> name = document.TextOf(record);
                ulong hash = (ulong)hasher.Compute(name);
                int slot = (int)hash & (size - 1);
                while (slots[slot] != 0 && (hashes[slot] != hash || !document.TextOf(document.Record(slots[slot] - 1)).SequenceEqual(name)))
                {
                    slot = (slot + 1) & (size - 1);
                }

                if (slots[slot] != 0)
                {
                    Note(document, map, key);
                }

                slots[slot] = key + 1;
                hashes[slot] = hash;
            }

            key = document.Record(record.Next).Next;
        }

        ArrayPool<int>.Shared.Return(slots);
        ArrayPool<ulong>.Shared.Return(hashes);
    }

    private static bool IsComparable(in NodeRecord record) => record.Kind == NodeKind.Text && (record.Flags & NodeFlags.Incomplete) == 0;

    /// <summary>The length, and some of the first and the last bytes: names that differ in it differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mark(ReadOnlySpan<byte> name)
    {
        ref byte first = ref MemoryMarshal.GetReference(name);
        ulong length = (ulong)name.Length << 56;
        return name.Length switch
        {
            >= 8 => length ^ Unsafe.ReadUnaligned<ulong>(ref first)
                ^ System.Numerics.BitOperations.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, name.Length - 8)), 27),
            >= 4 => length | Unsafe.ReadUnaligned<uint>(ref first)
                | (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, name.Length - 4)) << 24,
            > 0 => length | first | (ulong)Unsafe.Add(ref first, name.Length >> 1) << 8 | (ulong)Unsafe.Add(ref first, name.Length - 1) << 16,
            _ => 0,
        };
    }

    private static void Note(Document document, int map, int key)
    {
        document.Record(map).Flags |= NodeFlags.DuplicateKeys;
        ref NodeRecord record = ref document.Record(key);
        string? text = document.FaultCount < Document.MaxFaults ? Quote(document.TextOf(record)) : null;
        document.AddFault(FaultKind.DuplicateKey, record.Start, key, text: text);
    }

    /// <summary>A name as a string, cut when it is very long.</summary>
    public static string Quote(ReadOnlySpan<byte> name) =>
        name.Length <= MaxQuoted ? Encoding.UTF8.GetString(name) : Encoding.UTF8.GetString(name[..MaxQuoted]).TrimEnd('\uFFFD') + "…";
}
