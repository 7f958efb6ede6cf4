using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Comparison;

/// <summary>Finds the places in which two values differ.</summary>
internal static class ValueChanges
{
    /// <summary>More places than this aren't named: what has changed all over is another value.</summary>
    public const int MaxChanges = 16;

    private const int MaxDepth = 6;

    /// <summary>Compares two values.</summary>
    /// <param name="before">The first, as canonical JSON; null when it isn't known.</param>
    /// <param name="after">The second.</param>
    /// <param name="shown">Whether values are shown, and not only where they stand.</param>
    /// <param name="except">Tells members of the outermost map that don't count.</param>
    /// <returns>The places; empty when nothing can be said of them.</returns>
    public static ImmutableArray<ValueChange> Of(byte[]? before, byte[]? after, bool shown, Func<string, bool>? except = null)
    {
        if (before is null || after is null)
        {
            return [];
        }

        var changes = new List<ValueChange>();
        var first = DocumentReader.Read(before, DocumentEncoding.Json);
        var second = DocumentReader.Read(after, DocumentEncoding.Json);
        Compare(first.Root, second.Root, "", 0, shown, except, changes);
        return [.. changes];
    }

    // No deeper than MaxDepth, whatever the values.
    private static void Compare(Node before, Node after, string pointer, int depth, bool shown, Func<string, bool>? except, List<ValueChange> changes)
    {
        if (changes.Count == MaxChanges || before.Raw.SequenceEqual(after.Raw))
        {
            return;
        }

        if (before.Kind != NodeKind.Map || after.Kind != NodeKind.Map || depth == MaxDepth)
        {
            changes.Add(new ValueChange(pointer, shown ? Text(before) : null, shown ? Text(after) : null, DifferenceKind.Changed));
            return;
        }

        foreach ((Node key, Node value) in before.Members())
        {
            if (key.AsString() is not { } name || except?.Invoke(name) == true)
            {
                continue;
            }

            Node other = after.Get(key.Utf8);
            string place = $"{pointer}/{NodePointer.Escape(name)}";
            if (other.Exists)
            {
                Compare(value, other, place, depth + 1, shown, null, changes);
            }
            else if (changes.Count < MaxChanges)
            {
                changes.Add(new ValueChange(place, shown ? Text(value) : null, null, DifferenceKind.Lost));
            }
        }

        foreach ((Node key, Node value) in after.Members())
        {
            if (changes.Count < MaxChanges && key.AsString() is { } name && except?.Invoke(name) != true && !before.Get(key.Utf8).Exists)
            {
                changes.Add(new ValueChange($"{pointer}/{NodePointer.Escape(name)}", null, shown ? Text(value) : null, DifferenceKind.Invented));
            }
        }
    }

    private static string Text(Node value) => Quoting.Safe(value.Raw.Length <= Quoting.MaxLength ? value.Raw : value.Raw[..Quoting.MaxLength]);
}
