using System.Buffers;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>uniqueItems</c> (Validation, section 6.4.3). Few elements are compared in pairs, more by hash.</summary>
internal sealed class UniqueItemsKeyword(SubSchema owner) : Keyword(owner, "uniqueItems")
{
    private const int Few = 6;

    public override string Expected => "an array of different elements";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Array || node.Count < 2)
        {
            return true;
        }

        (int first, int second) = node.Count <= Few ? FindFew(node) : FindMany(node);
        if (first < 0)
        {
            return true;
        }

        if (evaluation.Collecting)
        {
            evaluation.Report!.Add(this, node, actual: $"the same element at {first} and {second}");
        }

        return false;
    }

    private static (int First, int Second) FindFew(Node array)
    {
        int i = 0;
        foreach (Node a in array.Elements())
        {
            int j = 0;
            foreach (Node b in array.Elements())
            {
                if (j == i)
                {
                    break;
                }

                if (NodeEquality.AreEqual(a, b))
                {
                    return (j, i);
                }

                j++;
            }

            i++;
        }

        return (-1, -1);
    }

    private static (int First, int Second) FindMany(Node array)
    {
        int size = 16;
        while (size < array.Count * 2L)
        {
            size *= 2;
        }

        (uint Hash, int Index, int Position)[] slots = ArrayPool<(uint, int, int)>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        try
        {
            int position = 0;
            foreach (Node element in array.Elements())
            {
                ulong full = NodeHash.Of(element);
                uint hash = (uint)(full >> 32);
                int slot = (int)((uint)full & (uint)(size - 1));
                while (slots[slot].Index != 0)
                {
                    if (slots[slot].Hash == hash && NodeEquality.AreEqual(new Node(element.Document, slots[slot].Index), element))
                    {
                        return (slots[slot].Position, position);
                    }

                    slot = (slot + 1) & (size - 1);
                }

                // No element is the root, so that no element's index is 0.
                slots[slot] = (hash, element.Index, position++);
            }

            return (-1, -1);
        }
        finally
        {
            ArrayPool<(uint, int, int)>.Shared.Return(slots);
        }
    }
}
