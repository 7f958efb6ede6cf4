using Conformance.Documents.Cutting;

namespace Conformance.Documents.Json;

/// <summary>A map or an array that is being cut.</summary>
internal sealed class JsonCutLevel(CutPath path, CutShape shape, int maxNames)
{
    public CutPath Path { get; } = path;

    public bool IsMap { get; } = shape is not CutShape.ElementsOf;

    /// <summary>Whether nothing was met yet since the opening bracket.</summary>
    public bool Opened { get; set; } = true;

    /// <summary>The names met, for a map.</summary>
    public CutNames Names { get; } = new(maxNames);

    /// <summary>Whether it was said already that names are no longer compared.</summary>
    public bool NamesFullNoted { get; set; }

    /// <summary>How a child is cut.</summary>
    public CutShape ShapeOf(byte[]? key) => shape.OfChild(key);
}
