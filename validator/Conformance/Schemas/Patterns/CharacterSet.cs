using System.Globalization;
using System.Text;

namespace Conformance.Schemas.Patterns;

/// <summary>A set of code points: ranges, and general categories as a mask with one bit for each <see cref="UnicodeCategory"/>.</summary>
internal sealed class CharacterSet
{
    public const int LastCodePoint = 0x10FFFF;

    private readonly List<(int Low, int High)> _ranges = [];

    /// <summary>Whether the set is what isn't listed.</summary>
    public bool IsNegated { get; set; }

    /// <summary>Categories that belong to it.</summary>
    public uint Categories { get; private set; }

    public static CharacterSet Of(params ReadOnlySpan<(int Low, int High)> ranges)
    {
        var set = new CharacterSet();
        foreach ((int low, int high) in ranges)
        {
            set.Add(low, high);
        }

        return set;
    }

    public void Add(int low, int high) => _ranges.Add((low, high));

    public void AddCategories(uint mask) => Categories |= mask;

    /// <summary>Adds another set, negated or not.</summary>
    public void Add(CharacterSet other)
    {
        if (!other.IsNegated)
        {
            _ranges.AddRange(other._ranges);
            Categories |= other.Categories;
            return;
        }

        // Only sets of ranges, or of categories, are ever negated on their own.
        if (other.Categories != 0)
        {
            Categories |= ~other.Categories & CategoryNames.All;
        }
        else
        {
            _ranges.AddRange(Complement(Normalised(other._ranges)));
        }
    }

    /// <summary>Whether an ASCII character belongs to the set.</summary>
    public bool ContainsAscii(int c) => IsNegated != (ListsAscii(c) || (Categories >> (int)char.GetUnicodeCategory((char)c) & 1) != 0);

    /// <summary>Whether all code points beyond ASCII belong to it, none does, or (null) some.</summary>
    public bool? BeyondAscii()
    {
        if (Categories != 0)
        {
            return null;
        }

        List<(int Low, int High)> beyond = [.. Normalised(_ranges).Where(range => range.High > 0x7F)];
        return beyond.Count == 0 ? IsNegated
            : beyond.Count == 1 && beyond[0].Low <= 0x80 && beyond[0].High == LastCodePoint ? !IsNegated
            : null;
    }

    /// <summary>Writes the set for .NET, which matches UTF-16: without or with what lies beyond the first plane.</summary>
    public void Write(StringBuilder output, bool astral)
    {
        if (!astral)
        {
            WriteBasic(output, excludeSurrogates: false);
            return;
        }

        output.Append("(?:");
        WriteBasic(output, excludeSurrogates: true);
        foreach ((int low, int high) in AstralRanges())
        {
            SurrogateRanges.Write(output, low, high);
        }

        output.Append(')');
    }

    private static List<(int Low, int High)> Normalised(List<(int Low, int High)> ranges)
    {
        var sorted = ranges.OrderBy(range => range.Low).ToList();
        var merged = new List<(int Low, int High)>();
        foreach ((int low, int high) in sorted)
        {
            if (merged.Count > 0 && low <= merged[^1].High + 1)
            {
                merged[^1] = (merged[^1].Low, Math.Max(merged[^1].High, high));
            }
            else
            {
                merged.Add((low, high));
            }
        }

        return merged;
    }

    private static List<(int Low, int High)> Complement(List<(int Low, int High)> normalised)
    {
        var complement = new List<(int Low, int High)>();
        int next = 0;
        foreach ((int low, int high) in normalised)
        {
            if (low > next)
            {
                complement.Add((next, low - 1));
            }

            next = high + 1;
        }

        if (next <= LastCodePoint)
        {
            complement.Add((next, LastCodePoint));
        }

        return complement;
    }

    private bool ListsAscii(int c) => _ranges.Exists(range => c >= range.Low && c <= range.High);

    private void WriteBasic(StringBuilder output, bool excludeSurrogates)
    {
        List<(int Low, int High)> basic = [.. Normalised(_ranges).Where(range => range.Low <= 0xFFFF)];
        if (basic.Count == 0 && Categories == 0 && !(IsNegated && excludeSurrogates))
        {
            output.Append(IsNegated ? @"[\s\S]" : @"[^\s\S]");
            return;
        }

        output.Append(IsNegated ? "[^" : "[");
        foreach ((int low, int high) in basic)
        {
            output.Append(CultureInfo.InvariantCulture, $@"\u{low:X4}-\u{Math.Min(high, 0xFFFF):X4}");
        }

        CategoryNames.Write(output, Categories);
        if (IsNegated && excludeSurrogates)
        {
            output.Append(@"\uD800-\uDFFF");
        }

        output.Append(']');
    }

    private List<(int Low, int High)> AstralRanges()
    {
        List<(int Low, int High)> ranges = [.. _ranges];
        if (Categories != 0)
        {
            for (int c = 0x10000; c <= LastCodePoint; c++)
            {
                if ((Categories >> (int)CharUnicodeInfo.GetUnicodeCategory(c) & 1) != 0)
                {
                    if (ranges.Count > 0 && ranges[^1].High == c - 1)
                    {
                        ranges[^1] = (ranges[^1].Low, c);
                    }
                    else
                    {
                        ranges.Add((c, c));
                    }
                }
            }
        }

        ranges = Normalised(ranges);
        return [.. (IsNegated ? Complement(ranges) : ranges)
            .Where(range => range.High >= 0x10000)
            .Select(range => (Math.Max(range.Low, 0x10000), range.High))];
    }
}
