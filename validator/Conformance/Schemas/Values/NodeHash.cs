using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Conformance.Documents;

namespace Conformance.Schemas.Values;

/// <summary>
/// Hashes of values by the JSON data model: equal values (<see cref="NodeEquality"/>) have equal hashes. The runtime's randomised hash
/// underneath keeps an input from choosing values that collide.
/// </summary>
internal static class NodeHash
{
    private const int StackLimit = 256;

    /// <summary>The hash of a value. Goes over its nodes once, without recursion.</summary>
    public static ulong Of(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Text:
                return Mix(3, OfBytes(node.Utf8));
            case NodeKind.Bytes:
                return Mix(4, OfBytes(node.Utf8));
            case NodeKind.Integer or NodeKind.Float:
                return OfNumber(node);
            case NodeKind.Simple:
                return Mix(6, (ulong)node.Int64Value);
            case NodeKind.Array or NodeKind.Map:
                return OfContainer(node);
            default:
                return Mix(1, (ulong)node.Kind);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong a, ulong b)
    {
        ulong mixed = (a ^ (b * 0x9E3779B97F4A7C15UL)) * 0xBF58476D1CE4E5B9UL;
        return mixed ^ (mixed >> 29);
    }

    private static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        int even = bytes.Length & ~1;
        uint hash = (uint)string.GetHashCode(MemoryMarshal.Cast<byte, char>(bytes[..even]));
        return Mix(hash, (ulong)bytes.Length << 8 | (even < bytes.Length ? bytes[even] : 0UL));
    }

    private static ulong OfNumber(Node node)
    {
        if (!JsonType.IsNumber(node))
        {
            return Mix(8, (ulong)BitConverter.DoubleToInt64Bits(node.DoubleValue));
        }

        int length = DecimalNumber.MaxLength(node) + 24;
        byte[]? rented = length > StackLimit ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackLimit];
        DecimalNumber number = DecimalNumber.Of(node, buffer);
        ulong hash = Mix(number.IsNegative ? 10UL : 9UL, Mix((ulong)number.Exponent, OfBytes(number.Digits)));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>Goes through the subtree in document order with a stack of the open containers.</summary>
    private static ulong OfContainer(Node root)
    {
        Document document = root.Document;
        int end = root.Record.Next;
        int capacity = 16;
        (int End, bool IsMap, ulong Hash, ulong Key, bool HasKey)[] open = ArrayPool<(int, bool, ulong, ulong, bool)>.Shared.Rent(capacity);
        int depth = 0;
        ulong result = 0;
        int index = root.Index;
        while (true)
        {
            // Close what ends here; its hash is a value for the container around it.
            while (depth > 0 && index == open[depth - 1].End)
            {
                ref (int End, bool IsMap, ulong Hash, ulong Key, bool HasKey) closed = ref open[--depth];
                ulong hash = Mix(closed.IsMap ? 12UL : 11UL, closed.Hash);
                if (depth == 0)
                {
                    result = hash;
                }
                else
                {
                    Take(ref open[depth - 1], hash);
                }
            }

            if (index >= end)
            {
                break;
            }

            var node = new Node(document, index);
            if (node.Kind is NodeKind.Array or NodeKind.Map)
            {
                if (depth == open.Length)
                {
                    var larger = ArrayPool<(int, bool, ulong, ulong, bool)>.Shared.Rent(depth * 2);
                    open.CopyTo(larger, 0);
                    ArrayPool<(int, bool, ulong, ulong, bool)>.Shared.Return(open);
                    open = larger;
                }

                open[depth++] = (node.Record.Next, node.Kind == NodeKind.Map, (ulong)node.Count, 0, false);
            }
            else
            {
                Take(ref open[depth - 1], Of(node));
            }

            index++;
        }

        ArrayPool<(int, bool, ulong, ulong, bool)>.Shared.Return(open);
        return result;
    }

    private static void Take(ref (int End, bool IsMap, ulong Hash, ulong Key, bool HasKey) container, ulong hash)
    {
        if (!container.IsMap)
        {
            container.Hash = Mix(container.Hash, hash);
        }
        else if (!container.HasKey)
        {
            container.Key = hash;
            container.HasKey = true;
        }
        else
        {
            // A sum, since the order of members doesn't count.
            container.Hash += Mix(Mix(13, container.Key), hash);
            container.HasKey = false;
        }
    }
}
