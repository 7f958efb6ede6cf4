using System.Buffers;
using System.Numerics;
using System.Text;

namespace Conformance.Documents;

/// <summary>
/// Finds names that stand twice in one map of a document. Text counts by what it says, any other key (CBOR only) by its encoding.
/// Text that was not valid UTF-8 is left out: what is kept of it may equal another name although the bytes don't.
/// </summary>
internal static class DuplicateNames
{
    /// <summary>Bytes of a name that a fault carries; longer ones are cut.</summary>
    private const int MaxReported = 256;

    /// <summary>
    /// Looks at all names of a finished map in time that grows with their length only, whatever the names are, and records a
    /// fault for every repeat.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="map">Index of the map; its <see cref="NodeRecord.Count"/> and its children are complete.</param>
    /// <param name="from">Repeats among the first so many names were reported before.</param>
    public static void Check(Document document, int map, int from = 0)
    {
        int count = document.Record(map).Count;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);
        int[] nodes = ArrayPool<int>.Shared.Rent(size);
        uint[] tags = ArrayPool<uint>.Shared.Rent(size);
        nodes.AsSpan(0, size).Clear();
        ReadOnlySpan<byte> source = document.Source.Span;
        int key = map + 1;
        for (int ordinal = 0; ordinal < count; ordinal++)
        {
            if (IsComparable(document.Record(key)))
            {
                ReadOnlySpan<byte> name = Comparable(document, source, key);
                ulong hash = NameHash.OfProcess.Compute(name).Low;
                int slot = (int)hash & (size - 1);
                uint tag = (uint)(hash >> 32);
                while (nodes[slot] != 0)
                {
                    if (tags[slot] == tag && document.Record(nodes[slot]).Kind == document.Record(key).Kind
                        && Comparable(document, source, nodes[slot]).SequenceEqual(name))
                    {
                        break;
                    }

                    slot = (slot + 1) & (size - 1);
                }

                if (nodes[slot] == 0)
                {
                    nodes[slot] = key;
                    tags[slot] = tag;
                }
                else if (ordinal >= from)
                {
                    Report(document, map, key);
                }
            }

            key = document.Record(document.Record(key).Next).Next;
        }

        ArrayPool<int>.Shared.Return(nodes);
        ArrayPool<uint>.Shared.Return(tags);
    }

    /// <summary>Whether a key takes part in the comparison.</summary>
    public static bool IsComparable(in NodeRecord key) => key.Kind != NodeKind.Text || (key.Flags & NodeFlags.Incomplete) == 0;

    /// <summary>Records that a name repeats an earlier one of its map.</summary>
    public static void Report(Document document, int map, int key)
    {
        document.Record(map).Flags |= NodeFlags.DuplicateKeys;
        ref NodeRecord record = ref document.Record(key);
        ReadOnlySpan<byte> name = Comparable(document, document.Source.Span, key);
        bool kept = document.FaultCount < Document.MaxFaults || !document.FaultKinds.Contains(FaultKind.DuplicateKey);
        string? text = !kept ? null : record.Kind == NodeKind.Text ? Shown(name) : ShownEncoded(name);
        document.AddFault(FaultKind.DuplicateKey, record.Start, key, text: text);
    }

    /// <summary>A name as a fault carries it.</summary>
    public static string Shown(ReadOnlySpan<byte> name) =>
        name.Length <= MaxReported ? Encoding.UTF8.GetString(name) : Encoding.UTF8.GetString(name[..MaxReported]) + "…";

    /// <summary>A key that isn't text as a fault carries it: its encoding in hexadecimal digits.</summary>
    public static string ShownEncoded(ReadOnlySpan<byte> key) =>
        key.Length <= MaxReported / 2 ? "0x" + Convert.ToHexStringLower(key) : "0x" + Convert.ToHexStringLower(key[..(MaxReported / 2)]) + "…";

    private static ReadOnlySpan<byte> Comparable(Document document, ReadOnlySpan<byte> source, int key)
    {
        ref NodeRecord record = ref document.Record(key);
        return record.Kind == NodeKind.Text ? document.TextOf(record) : source.Slice(record.Start, record.Length);
    }
}
