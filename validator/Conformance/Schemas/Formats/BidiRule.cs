using System.Globalization;

namespace Conformance.Schemas.Formats;

/// <summary>The rule on directions in labels (RFC 5893, section 2). Directions go by block, which is exact for letters.</summary>
internal static class BidiRule
{
    private enum Direction
    {
        Left,
        Right,
        ArabicNumber,
        EuropeanNumber,
        Mark,
        Neutral,
    }

    /// <summary>Whether a label makes the whole name one to which the rule applies.</summary>
    public static bool Concerns(ReadOnlySpan<int> label)
    {
        foreach (int c in label)
        {
            if (Of(c) is Direction.Right or Direction.ArabicNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a label that stands alone meets the rule, where it applies.</summary>
    public static bool IsMet(ReadOnlySpan<int> label) => !Concerns(label) || IsMetStrictly(label);

    /// <summary>Whether a label of a name to which the rule applies meets it.</summary>
    public static bool IsMetStrictly(ReadOnlySpan<int> label)
    {
        Direction first = Of(label[0]);
        if (first is not (Direction.Left or Direction.Right))
        {
            return false;
        }

        bool arabic = false;
        bool european = false;
        Direction last = first;
        foreach (int c in label)
        {
            Direction direction = Of(c);
            if (direction == (first == Direction.Right ? Direction.Left : Direction.Right) || (direction == Direction.ArabicNumber && first == Direction.Left))
            {
                return false;
            }

            arabic |= direction == Direction.ArabicNumber;
            european |= direction == Direction.EuropeanNumber;
            last = direction == Direction.Mark ? last : direction;
        }

        return !(arabic && european && first == Direction.Right) && last != Direction.Neutral;
    }

    private static Direction Of(int c) => c switch
    {
        (>= '0' and <= '9') or (>= 0x6F0 and <= 0x6F9) => Direction.EuropeanNumber,
        (>= 0x660 and <= 0x669) or 0x66B or 0x66C => Direction.ArabicNumber,
        _ when CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Direction.Mark,
        (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => Direction.Right,
        '-' or 0x200C or 0x200D or 0x30FB or 0x375 => Direction.Neutral,
        _ => Direction.Left,
    };
}
