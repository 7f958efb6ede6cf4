using System.Collections.Immutable;
using Conformance.Comparison;
using Conformance.Findings;

namespace Conformance.Reports.Comparison;

/// <summary>Words for what two archives differ in.</summary>
internal static class ComparisonWords
{
    /// <summary>A kind of thing, as reports for programs call it.</summary>
    public static string Id(ContentPart part) => part switch
    {
        ContentPart.Items => "items",
        ContentPart.Core => "core",
        ContentPart.Rooms => "rooms",
        ContentPart.RoomDetails => "roomDetails",
        ContentPart.Events => "events",
        ContentPart.Users => "users",
        ContentPart.UserDetails => "userDetails",
        ContentPart.Devices => "devices",
        ContentPart.RoomTags => "roomTags",
        ContentPart.EndToEnd => "e2e",
        ContentPart.Entries => "entries",
        _ => "files",
    };

    /// <summary>A kind of thing, for people.</summary>
    public static string Title(ContentPart part) => part switch
    {
        ContentPart.Items => "manifest",
        ContentPart.Core => "server (m.core)",
        ContentPart.Rooms => "rooms",
        ContentPart.RoomDetails => "details of rooms",
        ContentPart.Events => "events",
        ContentPart.Users => "users",
        ContentPart.UserDetails => "details of users",
        ContentPart.Devices => "devices",
        ContentPart.RoomTags => "room tags",
        ContentPart.EndToEnd => "entries of m.e2e",
        ContentPart.Entries => "entries of other items",
        _ => "files of other items",
    };

    /// <summary>How something differs.</summary>
    public static string Word(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Lost => "lost",
        DifferenceKind.Changed => "changed",
        _ => "invented",
    };

    /// <summary>What names a thing, in a line.</summary>
    public static string Name(Difference difference)
    {
        ImmutableArray<string> name = difference.Name;
        string what = difference.What.Length > 0 ? $" ({difference.What})" : "";
        return difference.Part switch
        {
            ContentPart.Events when name.Length == 1 => $"an event without an ID in {Quoting.Safe(name[0])}{what}",
            ContentPart.Events => $"{Quoting.Safe(name[1])} in {Quoting.Safe(name[0])}{what}",
            _ => string.Join(" › ", name.Select(part => Quoting.Safe(part))),
        };
    }

    /// <summary>A place that changed, in a line.</summary>
    public static string Change(ValueChange change)
    {
        string place = change.Pointer.Length > 0 ? $"{Quoting.Safe(change.Pointer)}: " : "";
        return (change.Kind, change.Before, change.After) switch
        {
            (DifferenceKind.Lost, { } before, _) => $"{place}{before} lost",
            (DifferenceKind.Invented, _, { } after) => $"{place}{after} invented",
            (DifferenceKind.Changed, { } before, { } after) => $"{place}{before} → {after}",
            _ => $"{place}{Word(change.Kind)}",
        };
    }
}
