using System.Buffers;
using System.Globalization;
using System.Text;

namespace Conformance.Containers.Paths;

/// <summary>A path as stored in a container, made safe to print and to compare.</summary>
/// <param name="Text">Parts with <c>/</c> between them; control characters as <c>\u….</c>, bytes outside UTF-8 as <c>\x..</c>; empty for the root.</param>
/// <param name="Faults">What is odd about it.</param>
/// <param name="Depth">The number of parts.</param>
internal readonly record struct EntryPath(string Text, PathFaults Faults, int Depth)
{
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("!#$%&'()+,-.0123456789;=@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}~/ "u8);

    /// <summary>Whether the path leads out of the tree, or can't be told.</summary>
    public bool Escapes => (Faults & (PathFaults.Absolute | PathFaults.Parent | PathFaults.Drive | PathFaults.TooLong)) != 0;

    /// <summary>Reads a stored path.</summary>
    /// <param name="stored">Its bytes.</param>
    /// <param name="limit">The most bytes to look at.</param>
    public static EntryPath Read(ReadOnlySpan<byte> stored, int limit)
    {
        PathFaults faults = PathFaults.None;
        if (stored.IsEmpty)
        {
            return new EntryPath("", PathFaults.Empty, 0);
        }

        if (stored.Length > limit)
        {
            faults |= PathFaults.TooLong;
            stored = stored[..limit];
        }

        string text = stored.ContainsAnyExcept(Plain) ? Decode(stored, ref faults) : Encoding.UTF8.GetString(stored);
        if (text.Length >= 2 && char.IsAsciiLetter(text[0]) && text[1] == ':')
        {
            faults |= PathFaults.Drive;
        }

        return Split(text, faults);
    }

    private static string Decode(ReadOnlySpan<byte> stored, ref PathFaults faults)
    {
        var text = new StringBuilder(stored.Length + 8);
        while (!stored.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(stored, out Rune rune, out int consumed) != OperationStatus.Done)
            {
                foreach (byte value in stored[..consumed])
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
                }

                faults |= PathFaults.NotUtf8;
            }
            else if (IsInvisible(rune))
            {
                text.Append(rune.IsBmp ? $"\\u{rune.Value:x4}" : $"\\u{{{rune.Value:x}}}");
                faults |= rune.Value == 0 ? PathFaults.Nul : PathFaults.Control;
            }
            else
            {
                text.Append(rune.ToString());
                faults |= rune.Value == '\\' ? PathFaults.Backslash : PathFaults.None;
            }

            stored = stored[consumed..];
        }

        return text.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static EntryPath Split(string text, PathFaults faults)
    {
        ReadOnlySpan<char> rest = text;
        if (!rest.ContainsAnyExcept('/'))
        {
            // The root itself, as Python's tarfile names it when asked for no name.
            return new EntryPath("", faults, 0);
        }

        if (rest[0] == '/' || ((faults & PathFaults.Backslash) != 0 && rest[0] == '\\'))
        {
            faults |= PathFaults.Absolute;
            rest = rest.TrimStart('/');
        }
        else if (rest.StartsWith("./"))
        {
            rest = rest[2..];
        }

        if (rest is ".")
        {
            rest = [];
        }

        if (rest.EndsWith("/"))
        {
            rest = rest[..^1];
        }

        int depth = 0;
        bool clean = true;
        foreach (Range range in rest.Split('/'))
        {
            ReadOnlySpan<char> part = rest[range];
            if (part is "" or ".")
            {
                clean = false;
            }
            else
            {
                depth++;
                faults |= IsParent(part, faults) ? PathFaults.Parent : PathFaults.None;
            }
        }

        if (clean || rest.IsEmpty)
        {
            return new EntryPath(rest.Length == text.Length ? text : rest.ToString(), faults, depth);
        }

        string joined = string.Join('/', rest.ToString().Split('/').Where(part => part is not ("" or ".")));
        return new EntryPath(joined, faults | PathFaults.EmptyOrDotPart, depth);
    }

    private static bool IsParent(ReadOnlySpan<char> part, PathFaults faults)
    {
        if (part is ".." || (faults & PathFaults.Backslash) == 0)
        {
            return part is "..";
        }

        foreach (Range range in part.Split('\\'))
        {
            if (part[range] is "..")
            {
                return true;
            }
        }

        return false;
    }
}
