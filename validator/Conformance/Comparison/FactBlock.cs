using Conformance.Documents;
using Conformance.Events.Index;

namespace Conformance.Comparison;

/// <summary>Hands facts of one block on, with keys and digests.</summary>
internal readonly struct FactBlock(IFactBatch batch, FactWriter writer, Fingerprint fingerprint)
{
    /// <summary>Takes the facts.</summary>
    public IFactBatch Batch => batch;

    /// <summary>A name that is text; the bytes of anything else, which a map of the format shouldn't have.</summary>
    public static ReadOnlySpan<byte> NameOf(Node name) => name.Kind == NodeKind.Text ? name.Utf8 : name.Raw;

    /// <summary>Adds a fact.</summary>
    public void Add(ContentPart part, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Node value)
    {
        FactKey key = writer.KeyOf(part, first, second, third);
        batch.Add(key, new Fact { First = first, Second = second, Third = third, Value = value, Digest = new FactValue(writer.DigestOf(value, fingerprint)) });
    }

    /// <summary>Adds a fact whose value is an array in any order.</summary>
    public void AddSet(ContentPart part, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Node array)
    {
        FactKey key = writer.KeyOf(part, first, second, third);
        batch.Add(key, new Fact { First = first, Second = second, Third = third, Value = array, Digest = new FactValue(writer.DigestOfSet(array, fingerprint)) });
    }

    /// <summary>Adds a fact for each member of a map; the map itself where it is none. The member's name comes after those given.</summary>
    public void AddEach(ContentPart part, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Node map)
    {
        if (map.Kind != NodeKind.Map)
        {
            Add(part, first, second, default, map);
            return;
        }

        foreach ((Node name, Node value) in map.Members())
        {
            if (second.IsEmpty)
            {
                Add(part, first, NameOf(name), default, value);
            }
            else
            {
                Add(part, first, second, NameOf(name), value);
            }
        }
    }
}
