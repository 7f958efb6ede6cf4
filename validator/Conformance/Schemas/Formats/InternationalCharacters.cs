using System.Globalization;

namespace Conformance.Schemas.Formats;

/// <summary>
/// Which code points a label may have (RFC 5892). The rules go by general category; that a character is unstable under normalisation is known by
/// its case and its block, since the runtime's normalisation is switched off with its cultures.
/// </summary>
internal static class InternationalCharacters
{
    /// <summary>Whether a label may have a code point, where its surroundings don't matter.</summary>
    public static bool IsAllowed(int c)
    {
        if (c is 0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007)
        {
            return true;
        }

        return c < 0x80 ? c == '-' || char.IsAsciiDigit((char)c) || char.IsAsciiLetterLower((char)c)
            : !IsException(c) && !IsCompatibility(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
    }

    /// <summary>Whether a label must not begin with a code point (RFC 5891, section 4.2.3.2).</summary>
    public static bool IsMark(int c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Whether a code point is of canonical combining class 9.</summary>
    public static bool IsVirama(int c) => c is 0x94D or 0x9CD or 0xA4D or 0xACD or 0xB4D or 0xBCD or 0xC4D or 0xCCD or 0xD3B or 0xD3C or 0xD4D or 0xDCA
        or 0xE3A or 0xEBA or 0xF84 or 0x1039 or 0x103A or 0x1714 or 0x1715 or 0x1734 or 0x17D2 or 0x1A60 or 0x1B44 or 0x1BAA or 0x1BAB or 0x1BF2 or 0x1BF3
        or 0x2D7F or 0xA806 or 0xA82C or 0xA8C4 or 0xA953 or 0xA9C0 or 0xAAF6 or 0xABED or 0x10A3F or 0x11046 or 0x11070 or 0x1107F or 0x110B9 or 0x11133
        or 0x11134 or 0x111C0 or 0x11235 or 0x112EA or 0x1134D or 0x11442 or 0x114C2 or 0x115BF or 0x1163F or 0x116B6 or 0x1172B or 0x11839 or 0x1193D
        or 0x1193E or 0x119E0 or 0x11A34 or 0x11A47 or 0x11A99 or 0x11C3F or 0x11D44 or 0x11D45 or 0x11D97;

    /// <summary>Greek script.</summary>
    public static bool IsGreek(int c) => c is (>= 0x370 and <= 0x3FF and not 0x374 and not 0x37E and not 0x385 and not 0x387 and not (>= 0x3E2 and <= 0x3EF))
        or (>= 0x1F00 and <= 0x1FFF) or (>= 0x1D26 and <= 0x1D2A);

    /// <summary>Hebrew script.</summary>
    public static bool IsHebrew(int c) => c is (>= 0x591 and <= 0x5F4) or (>= 0xFB1D and <= 0xFB4F);

    /// <summary>Hiragana, Katakana or Han script.</summary>
    public static bool IsJapanese(int c) => c is (>= 0x3041 and <= 0x309F and not (>= 0x3099 and <= 0x309C)) or (>= 0x30A1 and <= 0x30FF and not 0x30FB and not 0x30FC)
        or (>= 0x31F0 and <= 0x31FF) or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3038 and <= 0x303B)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAD9) or (>= 0x20000 and <= 0x323AF);

    /// <summary>Whether a letter joins to both sides; the scripts that join, without the letters that join to their right side only.</summary>
    public static bool JoinsBothSides(int c) => JoinsRightSide(c) && !JoinsRightSideOnly(c);

    /// <summary>Whether a letter joins to the letter before it.</summary>
    public static bool JoinsRightSide(int c) => c is (>= 0x620 and <= 0x64A and not 0x621 and not 0x640) or (>= 0x66E and <= 0x6D3 and not 0x674)
        or 0x6D5 or 0x6EE or 0x6EF or (>= 0x6FA and <= 0x6FC) or 0x6FF or (>= 0x710 and <= 0x74F) or (>= 0x750 and <= 0x77F)
        or (>= 0x7CA and <= 0x7EA) or (>= 0x840 and <= 0x858) or (>= 0x860 and <= 0x86A) or (>= 0x8A0 and <= 0x8C8) or (>= 0x1807 and <= 0x18AA)
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter;

    private static bool JoinsRightSideOnly(int c) => c is (>= 0x622 and <= 0x625) or 0x627 or 0x629 or (>= 0x62F and <= 0x632) or 0x648
        or (>= 0x671 and <= 0x673) or (>= 0x675 and <= 0x677) or (>= 0x688 and <= 0x699) or 0x6C0 or (>= 0x6C3 and <= 0x6CB) or 0x6CD or 0x6CF
        or 0x6D2 or 0x6D3 or 0x6D5 or 0x6EE or 0x6EF or 0x710 or (>= 0x715 and <= 0x719) or 0x71E or 0x728 or 0x72A or 0x72C or 0x72F or 0x74D
        or (>= 0x759 and <= 0x75B) or 0x76B or 0x76C or 0x771 or 0x773 or 0x774 or 0x778 or 0x779;

    /// <summary>DISALLOWED by RFC 5892, sections 2.6, 2.3 (ignorable) and 2.9 (old Hangul jamo).</summary>
    private static bool IsException(int c) => c is 0x640 or 0x7FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B
        or 0x34F or (>= 0x180B and <= 0x180F) or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        or (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97C) or (>= 0xD7B0 and <= 0xD7FB);

    /// <summary>Blocks of characters with compatibility or canonical decompositions that normalisation would replace.</summary>
    private static bool IsCompatibility(int c) => c is 0xAA or 0xBA or 0x149 or (>= 0x13F and <= 0x140) or 0x17F or (>= 0x1C4 and <= 0x1CC) or (>= 0x1F1 and <= 0x1F3)
        or (>= 0x2B0 and <= 0x2B8) or (>= 0x2E0 and <= 0x2E4) or 0x340 or 0x341 or 0x343 or 0x344 or 0x345 or 0x374 or 0x37A or (>= 0x3D0 and <= 0x3D6)
        or (>= 0x3F0 and <= 0x3F2) or 0x3F5 or 0x587 or (>= 0x675 and <= 0x678) or (>= 0x958 and <= 0x95F) or 0xE33 or 0xEB3 or 0xEDC or 0xEDD
        or (>= 0x1D2C and <= 0x1D6A) or 0x1D78 or (>= 0x1D9B and <= 0x1DBF) or 0x1E9A or 0x1E9B or 0x1F71 or 0x1F73 or 0x1F75 or 0x1F77 or 0x1F79 or 0x1F7B or 0x1F7D
        or (>= 0x2070 and <= 0x209C) or (>= 0x2100 and <= 0x2183) or (>= 0x2E80 and <= 0x2FD5) or (>= 0x3131 and <= 0x33FF and not (>= 0x31A0 and <= 0x31BF) and not (>= 0x31F0 and <= 0x31FF))
        or 0x309B or 0x309C or 0x309F or 0x30FF or (>= 0xF900 and <= 0xFAFF) or (>= 0xFB00 and <= 0xFB4F and not 0xFB1E) or (>= 0xFB50 and <= 0xFDFF)
        or (>= 0xFE30 and <= 0xFEFF and not 0xFE73) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x1D400 and <= 0x1D7FF) or (>= 0x1EE00 and <= 0x1EEFF) or (>= 0x2F800 and <= 0x2FA1F);
}
