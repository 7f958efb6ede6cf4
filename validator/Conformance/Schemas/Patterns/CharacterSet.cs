using System.Globalization;
using System.Text;

namespace Conformance.Schemas.Patterns;

/// <summary>A set of code points: ranges, and general categories as a mask with one bit for each <see cref="UnicodeCategory"/>.</summary>
internal sealed class CharacterSet
{
    private readonly CodePointRanges _ranges = new();

    /// <summary>Whether the set is what isn't listed.</summary>
    public bool IsNegated { get; set; }

    /// <summary>Categories that are listed.</summary>
    public uint Categories { get; private set; }

    public static CharacterSet Of(int codePoint) => new CharacterSet().With(codePoint, codePoint);

    public CharacterSet With(int low, int high)
    {
        _ranges.Add(low, high);
        return this;
    }

    public void AddCategories(uint mask) => Categories |= mask;

    /// <summary>Adds another set, negated or not.</summary>
    public void Add(CharacterSet other)
    {
        if (!other.IsNegated)
        {
            _ranges.Add(other._ranges);
            Categories |= other.Categories;
        }
        else if (other.Categories != 0)
        {
            // Only sets of ranges, or of categories, are ever negated within a class.
            Categories |= ~other.Categories & CategoryNames.All;
        }
        else
        {
            _ranges.Add(other._ranges.Complement());
        }
    }

    public bool Contains(int codePoint) => IsNegated != (_ranges.Contains(codePoint)
        || (Categories != 0 && (Categories >> (int)CharUnicodeInfo.GetUnicodeCategory(codePoint) & 1) != 0));

    /// <summary>Whether all code points beyond ASCII belong to it, none does, or (null) some.</summary>
    public bool? BeyondAscii()
    {
        if (Categories != 0)
        {
            return null;
        }

        CodePointRanges ranges = _ranges.Normalised();
        int last = ranges.Count - 1;
        return last < 0 || ranges.High(last) < 0x80 ? IsNegated
            : ranges.Low(last) <= 0x80 && ranges.High(last) == CodePointRanges.Last ? !IsNegated
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
        CodePointRanges ranges = AstralRanges();
        for (int i = 0; i < ranges.Count; i++)
        {
            if (ranges.High(i) > 0xFFFF)
            {
                SurrogateRanges.Write(output, Math.Max(ranges.Low(i), 0x10000), ranges.High(i));
            }
        }

        output.Append(')');
    }

    private void WriteBasic(StringBuilder output, bool excludeSurrogates)
    {
        CodePointRanges ranges = _ranges.Normalised();
        if ((ranges.Count == 0 || ranges.Low(0) > 0xFFFF) && Categories == 0 && !(IsNegated && excludeSurrogates))
        {
            output.Append(IsNegated ? @"[\s\S]" : @"[^\s\S]");
            return;
        }

        output.Append(IsNegated ? "[^" : "[");
        for (int i = 0; i < ranges.Count && ranges.Low(i) <= 0xFFFF; i++)
        {
            WriteUnit(output, ranges.Low(i));
            output.Append('-');
            WriteUnit(output, Math.Min(ranges.High(i), 0xFFFF));
        }

        CategoryNames.Write(output, Categories);
        if (IsNegated && excludeSurrogates)
        {
            output.Append(@"\uD800-\uDFFF");
        }

        output.Append(']');
    }

    private static void WriteUnit(StringBuilder output, int unit) => output.Append(@"\u").Append(unit.ToString("X4", CultureInfo.InvariantCulture));

    private CodePointRanges AstralRanges()
    {
        var ranges = new CodePointRanges();
        ranges.Add(_ranges);
        int start = -1;
        for (int c = 0x10000; Categories != 0 && c <= CodePointRanges.Last + 1; c++)
        {
            bool listed = c <= CodePointRanges.Last && (Categories >> (int)CharUnicodeInfo.GetUnicodeCategory(c) & 1) != 0;
            if (listed && start < 0)
            {
                start = c;
            }
            else if (!listed && start >= 0)
            {
                ranges.Add(start, c - 1);
                start = -1;
            }
        }

        return IsNegated ? ranges.Complement() : ranges.Normalised();
    }
}
