using System.Collections.Immutable;

namespace Conformance.Profiles.Mspf;

/// <summary>
/// An item whose files are read: one that MSC2783 defines ("Initial m.* Items"), or one of this project's own, for what the draft has no place for
/// (<c>docs/formats/mspf.md</c>).
/// </summary>
internal sealed record KnownItem
{
    private KnownItem(string specifier, ItemPart part, string directory, string prefix, string suffix)
    {
        Specifier = specifier;
        Part = part;
        Directory = directory;
        Prefix = prefix;
        Suffix = suffix;
    }

    public static KnownItem Core { get; } = new("m.core", ItemPart.Core, "", "m.core.json", "");

    public static KnownItem Rooms { get; } = new("m.rooms", ItemPart.Rooms, "", "m.rooms.cbor", "");

    public static KnownItem Events { get; } = new("m.events", ItemPart.Events, "m.events/", "events.", ".cbor");

    public static KnownItem Users { get; } = new("m.users", ItemPart.Users, "m.users/", "users.", ".cbor");

    public static KnownItem ToDevice { get; } = new("m.e2e.to_device", ItemPart.EndToEnd, "m.e2e/", "to_device.", ".cbor");

    public static KnownItem Keys { get; } = new("m.e2e.keys", ItemPart.EndToEnd, "m.e2e/", "keys.", ".cbor");

    /// <summary>Public keys of servers; the project's own proposal.</summary>
    public static KnownItem ServerKeys { get; } = new("org.matrix.msc2783.server_keys", ItemPart.ServerKeys, "", "org.matrix.msc2783.server_keys.json", "");

    /// <summary>States before events behind gaps; the project's own proposal.</summary>
    public static KnownItem GapStates { get; } = new("org.matrix.msc2783.gap_states", ItemPart.GapStates, "org.matrix.msc2783/", "gap_states.", ".cbor");

    /// <summary>The items of the draft, in the order in which an importer needs them.</summary>
    public static ImmutableArray<KnownItem> All { get; } = [Core, Rooms, Events, Users, ToDevice, Keys];

    /// <summary>Items of the project's own. Nobody has to have them, and what holds for items of the draft holds for them only where it says so.</summary>
    public static ImmutableArray<KnownItem> Proposed { get; } = [ServerKeys, GapStates];

    /// <summary>Whether the item is the project's own, and not the draft's.</summary>
    public bool IsProposed => Proposed.Contains(this);

    /// <summary>The item's name in the manifest.</summary>
    public string Specifier { get; }

    /// <summary>What its files hold.</summary>
    public ItemPart Part { get; }

    /// <summary>The directory of its files, with a slash at the end; empty for the root.</summary>
    public string Directory { get; }

    /// <summary>How the names of its files begin; the whole name when there is one file only.</summary>
    public string Prefix { get; }

    /// <summary>How the names of its files end.</summary>
    public string Suffix { get; }

    /// <summary>Whether the item has one file, of a fixed name.</summary>
    public bool IsSingleFile => Suffix.Length == 0;

    /// <summary>The path of its files, with a star where the text has one.</summary>
    public string Pattern => IsSingleFile ? Prefix : $"{Directory}{Prefix}*{Suffix}";

    /// <summary>Finds the item of a specifier, the draft's or the project's own.</summary>
    public static KnownItem? Find(string specifier)
    {
        foreach (KnownItem item in (ReadOnlySpan<KnownItem>)[.. All, .. Proposed])
        {
            if (item.Specifier == specifier)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Finds the item of the draft whose definition names a path.</summary>
    public static KnownItem? OfPath(string path, StringComparison comparison = StringComparison.Ordinal)
    {
        foreach (KnownItem item in All)
        {
            if (item.Matches(path, comparison))
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Whether the item's definition names a path.</summary>
    public bool Matches(string path, StringComparison comparison = StringComparison.Ordinal) => IsSingleFile
        ? path.Equals(Prefix, comparison)
        : path.Length > Directory.Length + Prefix.Length + Suffix.Length
            && path.StartsWith(Directory, comparison)
            && path.AsSpan(Directory.Length).StartsWith(Prefix, comparison)
            && path.EndsWith(Suffix, comparison)
            && !path.AsSpan(Directory.Length).Contains('/');

    /// <summary>What stands for the star in a path that the item's definition names.</summary>
    public ReadOnlySpan<char> StarOf(string path) => path.AsSpan()[(Directory.Length + Prefix.Length)..^Suffix.Length];
}
