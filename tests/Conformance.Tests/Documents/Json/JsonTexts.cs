using System.Text;

namespace Conformance.Tests.Documents.Json;

/// <summary>Random JSON texts, and random damage to them, from a seed.</summary>
internal sealed class JsonTexts(int seed)
{
    private static readonly string[] Strings =
    [
        "", "a", "type", "m.room.member", "@alice:example.org", "\\n", "\\\"", "\\\\", "\\u0041", "\\ud83d\\ude00", "\\/", "é", "日本語",
        "😀", "\\u0000", "a quite long run of plain characters that spans more than one vector, and then some more", "\u007f", "~/",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "12", "1700000000000", "9007199254740991", "9007199254740992", "-9007199254740992", "9223372036854775807",
        "-9223372036854775808", "9223372036854775808", "123456789012345678901234567890", "0.0", "-0.0", "1.5", "1e2", "1E+2", "1e-2", "0.1",
        "2.2250738585072014e-308", "1.7976931348623157e308", "1e400", "123456789.123456789e-5", "5e-324", "1e16",
    ];

    private static readonly string[] Damage =
    [
        ",", ":", "[", "]", "{", "}", "\"", "\\", "'", "/", "/*", "*/", "//", "\n", "\0", "\u0001", "tru", "null", "NaN", "-", "+", ".", "e", "0", "1",
        "\\u", "\\ud800", "\\x", " ", "=", ";", "é", "\uFEFF", "\"a\"", "\"a\":", "[1]", "{}", "\t", "#",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A well-formed text. Names in one object may repeat.</summary>
    public byte[] Next(int size = 40)
    {
        var text = new StringBuilder();
        int left = size;
        Space(text);
        Value(text, ref left, 0);
        Space(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The text with some bytes lost, changed, doubled or put in.</summary>
    public byte[] Mutate(byte[] text)
    {
        var bytes = new List<byte>(text);
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            int at = _random.Next(bytes.Count + 1);
            switch (_random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes.RemoveRange(at, Math.Min(_random.Next(1, 4), bytes.Count - at));
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 2 when at < bytes.Count:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(_random.Next(1, 12), bytes.Count - at)));
                    break;
                case 3 when _random.Next(3) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Damage[_random.Next(Damage.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private void Value(StringBuilder text, ref int left, int depth)
    {
        left--;
        int kind = depth > 8 || left <= 0 ? _random.Next(2, 8) : depth == 0 ? _random.Next(3) : _random.Next(10);
        switch (kind)
        {
            case 0 or 8:
                Many(text, '{', '}', ref left, depth);
                break;
            case 1 or 9:
                Many(text, '[', ']', ref left, depth);
                break;
            case 2 or 3:
                Text(text);
                break;
            case 4 or 5:
                text.Append(Numbers[_random.Next(Numbers.Length)]);
                break;
            default:
                text.Append(_random.Next(3) switch { 0 => "true", 1 => "false", _ => "null" });
                break;
        }
    }

    private void Many(StringBuilder text, char open, char close, ref int left, int depth)
    {
        text.Append(open);
        int count = _random.Next(40) == 0 ? 40 : _random.Next(6);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            Space(text);
            if (open == '{')
            {
                Text(text);
                Space(text);
                text.Append(':');
                Space(text);
            }

            Value(text, ref left, depth + 1);
            Space(text);
        }

        Space(text);
        text.Append(close);
    }

    private void Text(StringBuilder text)
    {
        text.Append('"');
        for (int i = _random.Next(4); i > 0; i--)
        {
            text.Append(Strings[_random.Next(Strings.Length)]);
        }

        text.Append('"');
    }

    private void Space(StringBuilder text)
    {
        if (_random.Next(4) == 0)
        {
            text.Append(" \n\t\r"[_random.Next(4)]);
        }
    }
}
