using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Conformance.Documents.Cbor;

/// <content>Names that stand twice in a map (RFC 8949 §5.6).</content>
internal ref partial struct CborWalk
{
    // Up to here each name is compared with all before it, by a mark; that takes less time than a table.
    private const int FewNames = 32;

    [SkipLocalsInit]
    private readonly void CompareNames(int map)
    {
        int count = _document.Record(map).Count;
        if (count > FewNames)
        {
            DuplicateNames.Check(_document, map);
            return;
        }

        Span<ulong> marks = stackalloc ulong[FewNames];
        Span<int> nodes = stackalloc int[FewNames];
        int names = 0;
        int key = map + 1;
        for (int i = 0; i < count; i++)
        {
            ref NodeRecord record = ref _document.Record(key);
            if (DuplicateNames.IsComparable(record))
            {
                ReadOnlySpan<byte> name = NameOf(record);
                ulong mark = Mark(name);
                int from = 0;
                int hit;
                while ((hit = marks[from..names].IndexOf(mark)) >= 0)
                {
                    from += hit + 1;
                    ref NodeRecord other = ref _document.Record(nodes[from - 1]);
                    if (other.Kind == record.Kind && NameOf(other).SequenceEqual(name))
                    {
                        DuplicateNames.Report(_document, map, key);
                        break;
                    }
                }

                marks[names] = mark;
                nodes[names++] = key;
            }

            key = _document.Record(record.Next).Next;
        }
    }

    /// <summary>What two keys are compared by: text by what it says, anything else by its encoding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ReadOnlySpan<byte> NameOf(in NodeRecord record) =>
        record.Kind != NodeKind.Text ? _source.Slice(record.Start, record.Length)
        : ((record.Flags & NodeFlags.Scratch) != 0 ? _document.Scratch : _source).Slice((int)record.Value, (int)(record.Value >> 32));

    /// <summary>The length, and some of the first and the last bytes: names that differ in it differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mark(ReadOnlySpan<byte> name)
    {
        ref byte first = ref MemoryMarshal.GetReference(name);
        ulong length = (ulong)name.Length << 56;
        return name.Length switch
        {
            >= 8 => length ^ Unsafe.ReadUnaligned<ulong>(ref first)
                ^ BitOperations.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, name.Length - 8)), 27),
            >= 4 => length | Unsafe.ReadUnaligned<uint>(ref first)
                | (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, name.Length - 4)) << 24,
            > 0 => length | first | (ulong)Unsafe.Add(ref first, name.Length >> 1) << 8 | (ulong)Unsafe.Add(ref first, name.Length - 1) << 16,
            _ => 0,
        };
    }
}
