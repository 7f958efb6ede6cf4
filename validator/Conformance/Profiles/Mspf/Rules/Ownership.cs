using Conformance.Containers;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Questions about who owns a file (MSC2783, Directory Structure).</summary>
internal static class Ownership
{
    /// <summary>Whether a file belongs to no item, and isn't the manifest.</summary>
    public static bool IsUnowned(Member member) => member.IsFile && member.Owner is null && member.Path != Manifest.Path;

    /// <summary>Whether a path lies in the directory <c>m/</c>.</summary>
    public static bool IsInSplitMatrix(string path) => path.StartsWith("m/", StringComparison.Ordinal);

    /// <summary>Whether a file is one of those that operating systems leave behind.</summary>
    public static bool IsLeftover(string path)
    {
        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOf('/') + 1);
        return path.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || name.StartsWith("._", StringComparison.Ordinal)
            || name is ".DS_Store" or "Thumbs.db" or "desktop.ini";
    }

    /// <summary>
    /// Items of the manifest that have a definition and whose version is known. None when there is no manifest, and when not all
    /// members were seen.
    /// </summary>
    public static IEnumerable<ManifestItem> ListedKnownItems(MspfArchive archive) =>
        archive is { KnowsAllMembers: true, Manifest: { IsAssumed: false } manifest } ? manifest.Items.Where(item => item.IsReadable).DistinctBy(item => item.Specifier) : [];

    /// <summary>The manifest's position in the run.</summary>
    public static int ManifestOrdinal(MspfArchive archive) => archive.Find(Manifest.Path)?.Ordinal ?? 0;

    /// <summary>
    /// Whether the archive has a file that the item's definition names, be it one that can't be read or one in a directory
    /// <c>m/</c>, which are findings of their own.
    /// </summary>
    public static bool HasFile(MspfArchive archive, ManifestItem item)
    {
        foreach (Member member in archive.Members)
        {
            if (member.Kind == ContainerEntryKind.File && (item.Known!.Matches(member.Path) || IsSplitFileOf(item.Known, member.Path)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the archive has a file at a path, be it one that can't be read, which is a finding of its own.</summary>
    public static bool HasFileAt(MspfArchive archive, string path)
    {
        foreach (Member member in archive.Members)
        {
            if (member.Kind == ContainerEntryKind.File && member.Path == path)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a path would be one of an item's if <c>m.</c> weren't split into a directory.</summary>
    private static bool IsSplitFileOf(KnownItem item, string path) => IsInSplitMatrix(path) && item.Matches("m." + path[2..]);

    /// <summary>A path with the item's name in dots, so that it is the same however the name is split into directories.</summary>
    public static string NameWithin(ManifestItem item, string path) =>
        string.Concat(item.Specifier, path.AsSpan(Math.Min(item.Specifier.Length, path.Length)));
}
