using System.Buffers;
using System.Buffers.Binary;
using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Events.Index;

namespace Conformance.Comparison;

/// <summary>Makes keys and digests: one for each thread.</summary>
internal sealed class FactWriter
{
    private readonly CanonicalJsonWriter _canonical = new();
    private readonly ArrayBufferWriter<byte> _name = new();

    /// <summary>The key of a name in parts.</summary>
    public FactKey KeyOf(ContentPart part, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default, ReadOnlySpan<byte> third = default)
    {
        _name.ResetWrittenCount();
        Add(first);
        Add(second);
        Add(third);
        return FactKey.Of(part, _name.WrittenSpan);
    }

    /// <summary>
    /// The digest of a value: of its canonical JSON, so that encoding, order of members and spelling of numbers and texts don't matter; of its
    /// bytes where JSON has no form for it.
    /// </summary>
    public ulong DigestOf(Node value, Fingerprint fingerprint)
    {
        if (!value.Exists)
        {
            return 0;
        }

        _canonical.Start(value.Document, lenient: true);
        _canonical.WriteValue(value.Index);
        return _canonical.IsExact ? fingerprint.Of(_canonical.Written) : ~fingerprint.Of(value.Raw);
    }

    /// <summary>The digest of an array whose order means nothing; of anything else, that of the value.</summary>
    public ulong DigestOfSet(Node array, Fingerprint fingerprint)
    {
        if (array.Kind != NodeKind.Array)
        {
            return DigestOf(array, fingerprint);
        }

        ulong sum = (ulong)array.Count;
        foreach (Node element in array.Elements())
        {
            sum += fingerprint.Spread(DigestOf(element, fingerprint));
        }

        return sum;
    }

    /// <summary>A value as canonical JSON, until the next is written; empty when JSON has no form for it.</summary>
    public ReadOnlySpan<byte> CanonicalOf(Node value)
    {
        _canonical.Start(value.Document, lenient: true);
        _canonical.WriteValue(value.Index);
        return _canonical.IsExact ? _canonical.Written : default;
    }

    /// <summary>The digests of an event. Its members are added up, so that they need no sorting.</summary>
    public FactValue DigestOfEvent(Node pdu, Fingerprint fingerprint)
    {
        if (pdu.Kind != NodeKind.Map)
        {
            return new FactValue(DigestOf(pdu, fingerprint));
        }

        ulong body = 0;
        uint signatures = 0;
        uint unsigned = 0;
        foreach ((Node key, Node value) in pdu.Members())
        {
            ulong digest = DigestOf(value, fingerprint);
            if (key.TextEquals("signatures"u8))
            {
                signatures += Half(digest);
            }
            else if (key.TextEquals("unsigned"u8))
            {
                // An empty one says nothing, and servers add and drop it at will.
                unsigned += value is { Kind: NodeKind.Map, Count: 0 } ? 0 : Half(digest);
            }
            else
            {
                body += fingerprint.Spread(fingerprint.Spread(digest) ^ DigestOf(key, fingerprint));
            }
        }

        return new FactValue(body, signatures, unsigned);
    }

    private void Add(ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_name.GetSpan(4), part.Length);
        _name.Advance(4);
        _name.Write(part);
    }

    private static uint Half(ulong digest) => (uint)(digest ^ (digest >> 32)) | 1;
}
