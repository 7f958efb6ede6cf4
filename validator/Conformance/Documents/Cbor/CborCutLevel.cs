using Conformance.Documents.Cutting;

namespace Conformance.Documents.Cbor;

/// <summary>A container that is being cut.</summary>
internal sealed class CborCutLevel(CutPath path, CutShape shape, bool indefinite, ulong announced, long headOffset, long contentOffset, int maxNames)
{
    public CutPath Path { get; } = path;

    public bool Indefinite { get; } = indefinite;

    public bool IsMap { get; } = shape is not CutShape.ElementsOf;

    /// <summary>Elements or pairs still to come, unless the length is indefinite.</summary>
    public ulong Left { get; set; } = announced;

    /// <summary>The names met, for a map.</summary>
    public CutNames Names { get; } = new(maxNames);

    /// <summary>The encodings of the keys met that aren't text; null while there is none.</summary>
    public CutNames? OtherKeys { get; set; }

    /// <summary>Whether it was said already that keys are no longer compared.</summary>
    public bool NamesFullNoted { get; set; }

    /// <summary>Elements or pairs that the head announces.</summary>
    public ulong Announced { get; } = announced;

    /// <summary>Offset of the head, after tags.</summary>
    public long HeadOffset { get; } = headOffset;

    /// <summary>How a child is cut.</summary>
    public CutShape ShapeOf(byte[]? key) => shape.OfChild(key);

    /// <summary>Whether the head announces more than an input of a length could hold.</summary>
    public bool AnnouncesMoreThan(long inputLength)
    {
        ulong room = (ulong)(inputLength - contentOffset);
        return !Indefinite && Announced > (IsMap ? room / 2 : room);
    }
}
