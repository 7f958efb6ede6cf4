using System.Buffers;
using System.Text;

namespace Conformance.Schemas.Formats;

/// <summary>URI templates (RFC 6570, section 2).</summary>
internal static class UriTemplateFormat
{
    public static bool IsUriTemplate(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '{')
            {
                int end = text.IndexOf((byte)'}');
                if (end < 0 || !IsExpression(text[1..end]))
                {
                    return false;
                }

                text = text[(end + 1)..];
            }
            else
            {
                int length = LiteralLength(text);
                if (length == 0)
                {
                    return false;
                }

                text = text[length..];
            }
        }

        return true;
    }

    /// <summary>The length of the literal at the start, or 0 when it is none. The apostrophe is one by erratum 6937.</summary>
    private static int LiteralLength(ReadOnlySpan<byte> text)
    {
        byte b = text[0];
        if (b == '%')
        {
            return Characters.IsPercentEncoded(text) ? 3 : 0;
        }

        if (b < 0x80)
        {
            return b is <= (byte)' ' or (byte)'"' or (byte)'<' or (byte)'>' or (byte)'\\' or (byte)'^' or (byte)'`' or (byte)'{' or (byte)'|' or (byte)'}' or 0x7F ? 0 : 1;
        }

        return Rune.DecodeFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done && rune.Value >= 0xA0 ? length : 0;
    }

    private static bool IsExpression(ReadOnlySpan<byte> expression)
    {
        if (!expression.IsEmpty && "+#./;?&=,!@|"u8.Contains(expression[0]))
        {
            expression = expression[1..];
        }

        while (true)
        {
            int comma = expression.IndexOf((byte)',');
            if (!IsVariable(comma < 0 ? expression : expression[..comma]))
            {
                return false;
            }

            if (comma < 0)
            {
                return true;
            }

            expression = expression[(comma + 1)..];
        }
    }

    private static bool IsVariable(ReadOnlySpan<byte> variable)
    {
        if (!variable.IsEmpty && variable[^1] == '*')
        {
            return IsName(variable[..^1]);
        }

        int colon = variable.IndexOf((byte)':');
        if (colon < 0)
        {
            return IsName(variable);
        }

        ReadOnlySpan<byte> length = variable[(colon + 1)..];
        return length.Length is >= 1 and <= 4 && length[0] is >= (byte)'1' and <= (byte)'9'
            && !length.ContainsAnyExceptInRange((byte)'0', (byte)'9') && IsName(variable[..colon]);
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        bool afterDot = true;
        while (!name.IsEmpty)
        {
            int length = name[0] == '.' && !afterDot ? 1
                : Characters.VariableName.Contains(name[0]) ? 1
                : Characters.IsPercentEncoded(name) ? 3
                : 0;
            if (length == 0)
            {
                return false;
            }

            afterDot = name[0] == '.';
            name = name[length..];
        }

        return !afterDot;
    }
}
