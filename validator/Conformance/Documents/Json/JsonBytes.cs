using System.Buffers;

namespace Conformance.Documents.Json;

/// <summary>Classes of bytes in JSON text.</summary>
internal static class JsonBytes
{
    /// <summary>Where the plain run of a string ends: quote, backslash, control character.</summary>
    public static readonly SearchValues<byte> TextStops = SearchValues.Create([.. Controls, (byte)'"', (byte)'\\']);

    /// <summary>The same where bytes outside of ASCII need a look.</summary>
    public static readonly SearchValues<byte> DoubtfulTextStops = SearchValues.Create(WithAllBeyondAscii([.. Controls, (byte)'"', (byte)'\\']));

    /// <summary>What matters where only nesting counts.</summary>
    public static readonly SearchValues<byte> Brackets = SearchValues.Create("\"[]{}"u8);

    /// <summary>What ends something that can't be read.</summary>
    public static readonly SearchValues<byte> JunkStops = SearchValues.Create("\",[]{}"u8);

    private static ReadOnlySpan<byte> Controls =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ];

    private static byte[] WithAllBeyondAscii(byte[] ascii)
    {
        byte[] all = [.. ascii, .. new byte[128]];
        for (int i = 0; i < 128; i++)
        {
            all[ascii.Length + i] = (byte)(128 + i);
        }

        return all;
    }

    /// <summary>White space (RFC 8259 §2).</summary>
    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>A byte that goes on with a numeral or an unquoted word, rightly or wrongly.</summary>
    public static bool IsToken(byte value) =>
        value is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z'
            or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'_' or (byte)'$' or >= 0x80;

    /// <summary>A byte that an unquoted word begins with.</summary>
    public static bool IsWordStart(byte value) =>
        value is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or (byte)'$';

    /// <summary>A byte that the outermost value may begin with, rightly or so wrongly that it can be named.</summary>
    public static bool StartsRoot(byte value) =>
        value is (byte)'{' or (byte)'[' or (byte)'"' or (byte)'\'' or (byte)'+' or (byte)'-' or (byte)'.' || IsDigit(value) || IsWordStart(value);

    /// <summary>A control character or a byte outside of ASCII: what invisible characters are made of, tabs and line ends among them.</summary>
    public static bool IsStray(byte value) => value is < 0x20 or >= 0x7F;

    /// <summary>A decimal digit.</summary>
    public static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };

    /// <summary>Whether text is UTF-16 or UTF-32, by its first four bytes: byte order marks, or the zero bytes of RFC 4627 §3.</summary>
    public static bool IsWide(ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(4, text.Length)];
        if (text.Length < 2)
        {
            return false;
        }

        if ((text[0] == 0xFE && text[1] == 0xFF) || (text[0] == 0xFF && text[1] == 0xFE))
        {
            return true;
        }

        if (text.Length % 2 != 0)
        {
            return false;
        }

        return text[0] == 0
            ? text[1] != 0 || (text.Length == 4 && text[2..] is [0, not 0] or [0xFE, 0xFF])
            : text[1] == 0;
    }
}
