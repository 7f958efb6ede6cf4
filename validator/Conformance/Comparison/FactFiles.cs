using Conformance.Documents;
using Conformance.Profiles.Mspf;

namespace Conformance.Comparison;

/// <summary>What a file of an archive tells of, by its path.</summary>
internal static class FactFiles
{
    /// <summary>The file that lists the rooms, which must be read before events.</summary>
    public static string Rooms => KnownItem.Rooms.Prefix;

    /// <summary>The kinds of things that a file tells of.</summary>
    public static ReadOnlySpan<ContentPart> PartsOf(string path) => Kind(path) switch
    {
        ItemPart.Manifest => [ContentPart.Items],
        ItemPart.Core => [ContentPart.Core],
        ItemPart.Rooms => [ContentPart.Rooms, ContentPart.RoomDetails],
        ItemPart.Events => [ContentPart.Events],
        ItemPart.Users => [ContentPart.Users, ContentPart.UserDetails, ContentPart.Devices, ContentPart.RoomTags],
        ItemPart.EndToEnd => [ContentPart.EndToEnd],
        _ => EncodingOf(path) is null ? [ContentPart.Files] : [ContentPart.Entries],
    };

    /// <summary>What a file holds, as the draft defines it; <see cref="ItemPart.Other"/> for anything else.</summary>
    public static ItemPart Kind(string path) => path == Manifest.Path ? ItemPart.Manifest : KnownItem.OfPath(path)?.Part ?? ItemPart.Other;

    /// <summary>How a file is encoded; null when its name doesn't say JSON or CBOR.</summary>
    public static DocumentEncoding? EncodingOf(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? DocumentEncoding.Json
        : path.EndsWith(".cbor", StringComparison.Ordinal) ? DocumentEncoding.Cbor
        : null;

    /// <summary>A path without the numbers that tell the files of one item apart: how an item is split doesn't matter.</summary>
    public static string Unnumbered(string path)
    {
        int name = path.LastIndexOf('/') + 1;
        IEnumerable<string> parts = path[name..].Split('.').Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "*" : part);
        return path[..name] + string.Join('.', parts);
    }
}
