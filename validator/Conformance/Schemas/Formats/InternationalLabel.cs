using System.Globalization;

namespace Conformance.Schemas.Formats;

/// <summary>Labels of international host names (IDNA2008: RFC 5890 to 5893), in their ASCII form (A-labels) and as they are read (U-labels).</summary>
internal static class InternationalLabel
{
    private const int MaxCodePoints = 64;

    /// <summary>Whether a label that has hyphens in third and fourth place is an A-label whose U-label is valid.</summary>
    public static bool IsValid(ReadOnlySpan<byte> label)
    {
        Span<int> codePoints = stackalloc int[MaxCodePoints];
        return DecodeA(label, codePoints) is var count && count > 0 && IsValidU(codePoints[..count]) && BidiRule.IsMet(codePoints[..count]);
    }

    /// <summary>Decodes an A-label. Gives the number of code points, or -1 when it is none: it must be just what encoding gives.</summary>
    public static int DecodeA(ReadOnlySpan<byte> label, Span<int> codePoints)
    {
        if (label.Length < 5 || (label[0] | 0x20) != 'x' || (label[1] | 0x20) != 'n' || label[2] != '-' || label[3] != '-')
        {
            return -1;
        }

        // Letters of either case mean the same (RFC 5890, section 2.3.2.5).
        Span<byte> lower = stackalloc byte[label.Length - 4];
        for (int i = 4; i < label.Length; i++)
        {
            lower[i - 4] = (byte)char.ToLowerInvariant((char)label[i]);
        }

        int count = Punycode.Decode(lower, codePoints);
        if (count <= 0 || !codePoints[..count].ContainsAnyExceptInRange(0, 0x7F))
        {
            return -1;
        }

        Span<byte> again = stackalloc byte[Punycode.MaxLength];
        int length = Punycode.Encode(codePoints[..count], again);
        return length >= 0 && again[..length].SequenceEqual(lower) ? count : -1;
    }

    /// <summary>Whether code points make a valid U-label, but for the rule on directions.</summary>
    public static bool IsValidU(ReadOnlySpan<int> label)
    {
        if (label.IsEmpty || label[0] == '-' || label[^1] == '-' || InternationalCharacters.IsMark(label[0])
            || (label.Length >= 4 && label[2] == '-' && label[3] == '-'))
        {
            return false;
        }

        for (int i = 0; i < label.Length; i++)
        {
            if (!(InContext(label, i) ?? InternationalCharacters.IsAllowed(label[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The contextual rules (RFC 5892, appendix A); null for a code point that has none.</summary>
    private static bool? InContext(ReadOnlySpan<int> label, int at)
    {
        int before = at > 0 ? label[at - 1] : 0;
        int after = at + 1 < label.Length ? label[at + 1] : 0;
        return label[at] switch
        {
            0x200C => InternationalCharacters.IsVirama(before) || JoinsAcross(label, at),
            0x200D => InternationalCharacters.IsVirama(before),
            0xB7 => before == 'l' && after == 'l',
            0x375 => InternationalCharacters.IsGreek(after),
            0x5F3 or 0x5F4 => InternationalCharacters.IsHebrew(before),
            0x30FB => HasJapanese(label),
            >= 0x660 and <= 0x669 => !label.ContainsAnyInRange(0x6F0, 0x6F9),
            >= 0x6F0 and <= 0x6F9 => !label.ContainsAnyInRange(0x660, 0x669),
            _ => null,
        };
    }

    private static bool HasJapanese(ReadOnlySpan<int> label)
    {
        foreach (int c in label)
        {
            if (InternationalCharacters.IsJapanese(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether joining letters stand on both sides, with nothing but transparent marks between.</summary>
    private static bool JoinsAcross(ReadOnlySpan<int> label, int at)
    {
        int left = at - 1;
        while (left >= 0 && IsTransparent(label[left]))
        {
            left--;
        }

        int right = at + 1;
        while (right < label.Length && IsTransparent(label[right]))
        {
            right++;
        }

        return left >= 0 && right < label.Length && InternationalCharacters.JoinsBothSides(label[left]) && InternationalCharacters.JoinsRightSide(label[right]);
    }

    private static bool IsTransparent(int c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
