using System.Collections.Frozen;
using System.Text;

namespace Conformance.Documents.Cutting;

/// <summary>
/// Says how a large value is cut into items while it is read, so that no more than one item need be in memory. A value that
/// isn't of the kind its shape asks for is handed over as one item, marked <see cref="CutItem.WrongShape"/>.
/// </summary>
internal abstract record CutShape
{
    private CutShape()
    {
    }

    /// <summary>The value is handed over as one item.</summary>
    public static CutShape Item { get; } = new Whole();

    /// <summary>An array; each element is cut by the inner shape.</summary>
    public static CutShape Elements(CutShape inner) => new ElementsOf(inner);

    /// <summary>A map of any keys; each value is cut by the inner shape.</summary>
    public static CutShape Members(CutShape inner) => new MembersOf(inner);

    /// <summary>A map; the values of the names given are cut by their shapes, all others are handed over whole.</summary>
    public static CutShape Named(params (string Name, CutShape Shape)[] members) =>
        new NamedMembers(members.ToFrozenDictionary(m => m.Name, m => m.Shape, StringComparer.Ordinal));

    /// <summary>How a child is cut.</summary>
    /// <param name="key">Its name in a map, in UTF-8; null in an array, or when the key isn't text.</param>
    public CutShape OfChild(byte[]? key) => this switch
    {
        ElementsOf elements => elements.Inner,
        MembersOf members => members.Inner,
        NamedMembers named when key is not null => named.Shapes.TryGetValue(Encoding.UTF8.GetString(key), out CutShape? inner) ? inner : Item,
        _ => Item,
    };

    internal sealed record Whole : CutShape;

    internal sealed record ElementsOf(CutShape Inner) : CutShape;

    internal sealed record MembersOf(CutShape Inner) : CutShape;

    internal sealed record NamedMembers(FrozenDictionary<string, CutShape> Shapes) : CutShape;
}
