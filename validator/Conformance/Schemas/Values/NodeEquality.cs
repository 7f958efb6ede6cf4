using System.Buffers;
using Conformance.Documents;

namespace Conformance.Schemas.Values;

/// <summary>Equality by the JSON data model (Core, section 4.2.2), for nodes of either encoding: 1 equals 1.0, the order of members doesn't count.</summary>
internal static class NodeEquality
{
    private const int StackLimit = 256;

    /// <summary>Whether two values are equal. Containers are compared with an explicit stack.</summary>
    public static bool AreEqual(Node a, Node b)
    {
        if (a.Kind is not (NodeKind.Array or NodeKind.Map) || b.Kind is not (NodeKind.Array or NodeKind.Map))
        {
            return ScalarsEqual(a, b);
        }

        var left = new Stack<(Node A, Node B)>();
        left.Push((a, b));
        while (left.TryPop(out (Node A, Node B) pair))
        {
            if (pair.A.Kind != pair.B.Kind || pair.A.Count != pair.B.Count)
            {
                if (pair.A.Kind is NodeKind.Array or NodeKind.Map || !ScalarsEqual(pair.A, pair.B))
                {
                    return false;
                }
            }
            else if (pair.A.Kind == NodeKind.Array)
            {
                Node.ElementEnumerator others = pair.B.Elements();
                foreach (Node element in pair.A.Elements())
                {
                    others.MoveNext();
                    if (!Take(left, element, others.Current))
                    {
                        return false;
                    }
                }
            }
            else if (pair.A.Kind == NodeKind.Map)
            {
                if (!TakeMembers(left, pair.A, pair.B))
                {
                    return false;
                }
            }
            else if (!ScalarsEqual(pair.A, pair.B))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Take(Stack<(Node A, Node B)> left, Node a, Node b)
    {
        if (a.Kind is NodeKind.Array or NodeKind.Map)
        {
            left.Push((a, b));
            return true;
        }

        return ScalarsEqual(a, b);
    }

    private static bool TakeMembers(Stack<(Node A, Node B)> left, Node a, Node b)
    {
        const int few = 16;
        if (a.Count <= few)
        {
            foreach ((Node key, Node value) in a.Members())
            {
                Node other = FindFew(b, key);
                if (!other.Exists || !Take(left, value, other))
                {
                    return false;
                }
            }

            return true;
        }

        var byName = new Dictionary<Node, Node>(b.Count, KeyComparer.Instance);
        foreach ((Node key, Node value) in b.Members())
        {
            byName.TryAdd(key, value);
        }

        foreach ((Node key, Node value) in a.Members())
        {
            if (!byName.TryGetValue(key, out Node other) || !Take(left, value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static Node FindFew(Node map, Node name)
    {
        foreach ((Node key, Node value) in map.Members())
        {
            if (ScalarsEqual(key, name))
            {
                return value;
            }
        }

        return default;
    }

    private static bool ScalarsEqual(Node a, Node b)
    {
        bool numberA = a.Kind is NodeKind.Integer or NodeKind.Float;
        if (numberA && b.Kind is NodeKind.Integer or NodeKind.Float)
        {
            return NumbersEqual(a, b);
        }

        return a.Kind == b.Kind && a.Kind switch
        {
            NodeKind.Text or NodeKind.Bytes => a.Utf8.SequenceEqual(b.Utf8),
            NodeKind.Simple => a.Int64Value == b.Int64Value,
            NodeKind.Array or NodeKind.Map => false,
            _ => true,
        };
    }

    private static bool NumbersEqual(Node a, Node b)
    {
        if (((a.Flags | b.Flags) & NodeFlags.BigInteger) == 0 && a.Kind == NodeKind.Integer && b.Kind == NodeKind.Integer)
        {
            return a.Int64Value == b.Int64Value;
        }

        if (!JsonType.IsNumber(a) || !JsonType.IsNumber(b))
        {
            return a.DoubleValue.Equals(b.DoubleValue) && JsonType.IsNumber(a) == JsonType.IsNumber(b);
        }

        int lengthA = DecimalNumber.MaxLength(a) + 24;
        int lengthB = DecimalNumber.MaxLength(b) + 24;
        byte[]? rented = lengthA + lengthB > StackLimit ? ArrayPool<byte>.Shared.Rent(lengthA + lengthB) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackLimit];
        bool equal = DecimalNumber.Compare(DecimalNumber.Of(a, buffer[..lengthA]), DecimalNumber.Of(b, buffer[lengthA..])) == 0;
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return equal;
    }

    private sealed class KeyComparer : IEqualityComparer<Node>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(Node x, Node y) => ScalarsEqual(x, y);

        public int GetHashCode(Node node) => (int)NodeHash.Of(node);
    }
}
