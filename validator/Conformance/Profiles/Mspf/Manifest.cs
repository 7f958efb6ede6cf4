using System.Collections.Immutable;

namespace Conformance.Profiles.Mspf;

/// <summary>What was understood of <c>manifest.mspf.json</c>.</summary>
internal sealed class Manifest
{
    /// <summary>The manifest's path from the root of the tree.</summary>
    public const string Path = "manifest.mspf.json";

    /// <summary>Longer specifiers own nothing: no domain name is longer, and looking for owners stays cheap.</summary>
    private const int MaxSpecifier = 255;

    private readonly Dictionary<string, ManifestItem> _bySpecifier = new(StringComparer.Ordinal);

    public Manifest(ImmutableArray<ManifestItem> items, bool assumed = false)
    {
        Items = items;
        IsAssumed = assumed;
        foreach (ManifestItem item in items)
        {
            _bySpecifier.TryAdd(item.Specifier, item);
        }
    }

    /// <summary>What stands in for a manifest that is missing or unreadable: every item that MSC2783 defines.</summary>
    public static Manifest Assumed { get; } = new(
        [.. KnownItem.All.Select(known => new ManifestItem(known.Specifier, Findings.Location.Input, ItemVersion.None, known))], assumed: true);

    /// <summary>The items, in order; a specifier that stands twice is here twice.</summary>
    public ImmutableArray<ManifestItem> Items { get; }

    /// <summary>True when there is no manifest to go by, so that nothing can be said about ownership.</summary>
    public bool IsAssumed { get; }

    /// <summary>Finds an item.</summary>
    public ManifestItem? Find(string specifier) => _bySpecifier.GetValueOrDefault(specifier);

    /// <summary>
    /// The item that owns a path: the one with the longest specifier that the path begins with, where <c>/</c> counts as
    /// <c>.</c> and the specifier ends at one of both or at the path's end.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <returns>The owner, or null.</returns>
    public ManifestItem? OwnerOf(string path)
    {
        ReadOnlySpan<char> dotted = path.Replace('/', '.');
        Dictionary<string, ManifestItem>.AlternateLookup<ReadOnlySpan<char>> lookup = _bySpecifier.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = dotted.Length; length > 0; length = dotted[..length].LastIndexOf('.'))
        {
            if (length <= MaxSpecifier && lookup.TryGetValue(dotted[..length], out ManifestItem? item))
            {
                return item;
            }
        }

        return null;
    }
}
