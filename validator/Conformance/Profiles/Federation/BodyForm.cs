using System.Collections.Immutable;
using System.Text;
using Conformance.Documents.Cutting;

namespace Conformance.Profiles.Federation;

/// <summary>What the body of a request or an answer looks like: which schema it follows, and where it holds PDUs.</summary>
/// <param name="Schema">Path of the schema under <c>schemas/</c>, with a fragment.</param>
/// <param name="Slots">The members that hold PDUs.</param>
internal sealed record BodyForm(string Schema, ImmutableArray<PduSlot> Slots)
{
    /// <summary>The error that a request is refused with.</summary>
    public static BodyForm Error { get; } = new("federation/error.json#/$defs/answer", []);

    /// <summary>A body that isn't JSON.</summary>
    public static BodyForm Foreign { get; } = new("", []);

    /// <summary>Whether it is an array of a status and an object, as in the first version of some endpoints.</summary>
    public bool IsPair { get; init; }

    /// <summary>The slot of a body that is one PDU; null for all others.</summary>
    public PduSlot? Whole => Slots is [{ Name.Length: 0 } whole] ? whole : null;

    /// <summary>How the body is cut while it is read: events one by one, all else as it is.</summary>
    public CutShape Shape
    {
        get
        {
            CutShape inner = Slots.IsEmpty || Whole is not null
                ? CutShape.Item
                : CutShape.Named([.. Slots.Select(slot => (slot.Name, slot.IsList ? CutShape.Elements(CutShape.Item) : CutShape.Item))]);
            return IsPair ? CutShape.Elements(inner) : inner;
        }
    }

    /// <summary>The slot of a member.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <returns>The slot, or null when the member holds no PDUs.</returns>
    public PduSlot? Find(ReadOnlySpan<byte> name)
    {
        foreach (PduSlot slot in Slots)
        {
            if (name.Length == slot.Name.Length && Encoding.ASCII.GetString(name) == slot.Name)
            {
                return slot;
            }
        }

        return null;
    }
}
