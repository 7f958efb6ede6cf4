using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Conformance.Containers;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Profiles.Federation;
using Conformance.Profiles.Mspf;

namespace Conformance.Policy;

/// <summary>The values of all limits in a run. Immutable.</summary>
public sealed class Limits
{
    private static readonly ImmutableArray<(string Suffix, int Shift)> Suffixes = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40)];

    private readonly FrozenDictionary<string, long> _set;

    private Limits(FrozenDictionary<string, long> set) => _set = set;

    /// <summary>The limits that hold when nothing is said.</summary>
    public static Limits Default { get; } = new(FrozenDictionary<string, long>.Empty);

    /// <summary>All limits there are, in the order to show them.</summary>
    public static ImmutableArray<LimitDefinition> Definitions { get; } =
    [
        new("findings", LimitUnit.Count, 100, 1, 100_000,
            "Findings of one rule that are kept in full; the others are counted."),
        new("entries", LimitUnit.Count, 1_000_000, 1, 1_000_000_000,
            "Entries read from a container; what comes after is not checked."),
        new("totalBytes", LimitUnit.Bytes, 1L << 40, 1, 1L << 50,
            "Uncompressed bytes read from a container; what comes after is not checked."),
        new("ratio", LimitUnit.Count, 1000, 1, 1_000_000,
            "Uncompressed bytes for one compressed byte, counted while inflating once a member is past ratioFloorBytes."),
        new("ratioFloorBytes", LimitUnit.Bytes, 64L << 20, 0, 1L << 50,
            "Uncompressed bytes that a member may have at any ratio."),
        new("pathDepth", LimitUnit.Count, 32, 1, 1024,
            "Parts of a member's path."),
        new("pathBytes", LimitUnit.Bytes, 4096, 1, 1L << 16,
            "Bytes of a member's path."),
        new("rememberedPathBytes", LimitUnit.Bytes, new ContainerLimits().RememberedPathBytes, 64, 1L << 40,
            "Bytes of paths that are remembered, to tell entries of one path."),
        new("headerBytes", LimitUnit.Bytes, new ContainerLimits().HeaderBytes, 1024, 1L << 30,
            "Bytes of one extended header of a tar or ZIP archive."),
        new("heldBytes", LimitUnit.Bytes, new ContainerLimits().HeldBytes, 1024, 1L << 30,
            "Bytes of standard input that are held in memory for formats that can't be read in one go (ZIP, RAR, 7z)."),
        new("itemBytes", LimitUnit.Bytes, 64L << 20, 1024, 1L << 30,
            "Size of one item (an event, a state entry, a message); a larger one is passed over and not checked."),
        new("depth", LimitUnit.Count, 128, 8, 1024,
            "Nesting of arrays and objects in a document; what is deeper is not read."),
        new("jsonBytes", LimitUnit.Bytes, 16L << 20, 1024, 1L << 30,
            "Size of a member that is read as a whole (the manifest, m.core.json); a larger one is not checked."),
        new("indexBytes", LimitUnit.Bytes, 256L << 20, 1024, 1L << 40,
            "Memory for the paths of all members; those beyond are not checked."),
        new("names", LimitUnit.Count, new CutLimits().Names, 1, 100_000_000,
            "Names of one map of rooms or users in a file that are compared, to find one that stands twice."),
        new("rooms", LimitUnit.Count, 5_000_000, 1, int.MaxValue,
            "Rooms, and aliases, that are remembered while events and users are read."),
        new("gapStateBytes", LimitUnit.Bytes, 256L << 20, 1024, 1L << 40,
            "Memory for states before events behind gaps (org.matrix.msc2783.gap_states); those beyond are not used."),
        new("users", LimitUnit.Count, 20_000_000, 1, int.MaxValue,
            "Users that are remembered, to find one that stands twice."),
        new("events", LimitUnit.Count, new MspfLimits().Events, 1, int.MaxValue,
            "Events that are remembered, those too that others only name; beyond that rooms are not checked as a whole."),
        new("resolutionWork", LimitUnit.Count, new MspfLimits().ResolutionWork, 1, 1_000_000_000,
            "Events that state resolution may look at for each event of a room; what follows is not checked against the state."),
    ];

    /// <summary>The value of a limit.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value, in the limit's unit.</returns>
    /// <exception cref="ArgumentException">There is no limit of that name.</exception>
    public long this[string name] => _set.TryGetValue(name, out long value)
        ? value
        : (Find(name) ?? throw new ArgumentException($"There is no limit {name}.", nameof(name))).Default;

    /// <summary>The definition of a limit.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The definition, or null.</returns>
    public static LimitDefinition? Find(string name) =>
        Definitions.FirstOrDefault(definition => definition.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Other values for some limits.</summary>
    internal static Limits Of(IReadOnlyDictionary<string, long> values) =>
        values.Count == 0 ? Default : new Limits(values.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Reads a value. Returns null and the value, or what is wrong with it.</summary>
    internal static string? TryParse(LimitDefinition definition, string text, out long value)
    {
        string digits = text.Trim();
        int shift = 0;
        foreach ((string suffix, int bits) in Suffixes)
        {
            if (definition.Unit == LimitUnit.Bytes && digits.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                (digits, shift) = (digits[..^suffix.Length].TrimEnd(), bits);
                break;
            }
        }

        bool parsed = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!parsed || value > long.MaxValue >> shift)
        {
            string form = definition.Unit == LimitUnit.Bytes ? "a number of bytes such as 4096 or 64MiB" : "a whole number";
            return $"the limit {definition.Name} takes {form}, not \"{Quoting.Safe(text)}\"";
        }

        value <<= shift;
        return TryAccept(definition, value);
    }

    /// <summary>Returns null when a limit may have a value, otherwise what is wrong with it.</summary>
    internal static string? TryAccept(LimitDefinition definition, long value) => value >= definition.Minimum && value <= definition.Maximum
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"the limit {definition.Name} is from {definition.Minimum} to {definition.Maximum}; {value} is outside");

    /// <summary>What to say of a name that no limit has.</summary>
    internal static string Unknown(string name)
    {
        string suggestion = Suggestion.For(name, Definitions.Select(definition => definition.Name));
        return $"there is no limit \"{Quoting.Safe(name)}\""
            + (suggestion.Length > 0 ? suggestion : $"; there are {string.Join(", ", Definitions.Select(definition => definition.Name))}");
    }

    /// <summary>What bounds the reading of a container.</summary>
    internal ContainerLimits ForContainer() => new()
    {
        Entries = this["entries"],
        TotalBytes = this["totalBytes"],
        Ratio = this["ratio"],
        RatioFloorBytes = this["ratioFloorBytes"],
        PathDepth = (int)this["pathDepth"],
        PathBytes = (int)this["pathBytes"],
        RememberedPathBytes = this["rememberedPathBytes"],
        HeaderBytes = (int)this["headerBytes"],
        HeldBytes = this["heldBytes"],
    };

    /// <summary>What bounds the checking of a federation answer.</summary>
    internal FederationLimits ForFederation() => new()
    {
        ItemBytes = (int)this["itemBytes"],
        BodyBytes = (int)this["itemBytes"],
        Depth = (int)this["depth"],
        Names = (int)this["names"],
    };

    /// <summary>What bounds the checking of an MSPF archive.</summary>
    internal MspfLimits ForMspf() => new()
    {
        ItemBytes = (int)this["itemBytes"],
        Depth = (int)this["depth"],
        JsonBytes = (int)this["jsonBytes"],
        IndexBytes = this["indexBytes"],
        Names = (int)this["names"],
        Rooms = (int)this["rooms"],
        Users = (int)this["users"],
        Events = this["events"],
        ResolutionWork = this["resolutionWork"],
        GapStateBytes = this["gapStateBytes"],
    };
}
