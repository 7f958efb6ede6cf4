using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Findings;

/// <summary>Makes text of an input safe to print and to compare.</summary>
public static class Quoting
{
    /// <summary>The most characters of the input that one argument carries.</summary>
    public const int MaxLength = 200;

    /// <summary>Escapes control, format and lone surrogate characters as <c>\u….</c>, and cuts long text, saying how much there was.</summary>
    /// <param name="text">Any text; null reads as empty.</param>
    /// <returns>Text without control characters.</returns>
    public static string Safe(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        bool clean = text.Length <= MaxLength;
        for (int i = 0; clean && i < text.Length; i++)
        {
            clean = text[i] is >= ' ' and < '\u007f';
        }

        if (clean)
        {
            return text;
        }

        var safe = new StringBuilder();
        int at = 0;
        while (at < text.Length && at < MaxLength)
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune))
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
                at++;
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
            {
                safe.Append(rune.IsBmp ? $"\\u{rune.Value:x4}" : $"\\u{{{rune.Value:x}}}");
            }
            else
            {
                safe.Append(rune.ToString());
            }

            at += rune.Utf16SequenceLength;
        }

        if (at < text.Length)
        {
            safe.Append(CultureInfo.InvariantCulture, $"… ({text.Length} characters)");
        }

        return safe.ToString();
    }

    /// <summary>Safe text from UTF-8; invalid sequences read as U+FFFD.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <returns>Text without control characters.</returns>
    public static string Safe(ReadOnlySpan<byte> utf8) => utf8.Length <= MaxLength * 4
        ? Safe(Encoding.UTF8.GetString(utf8))
        : Safe(Encoding.UTF8.GetString(utf8[..(MaxLength * 4)]));

    /// <summary>What stands in for a secret: no character of it, and a digest that tells two secrets apart.</summary>
    /// <param name="secret">The secret.</param>
    /// <returns><c>«redacted»</c> with the first four bytes of the SHA-256, in hexadecimal.</returns>
    public static string Secret(ReadOnlySpan<byte> secret) =>
        $"«redacted» {Convert.ToHexStringLower(SHA256.HashData(secret).AsSpan(0, 4))}";
}
