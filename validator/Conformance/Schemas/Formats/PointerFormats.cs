namespace Conformance.Schemas.Formats;

/// <summary>JSON Pointers, absolute (RFC 6901) and relative, and UUIDs (RFC 4122).</summary>
internal static class PointerFormats
{
    /// <summary>A JSON Pointer as a string.</summary>
    public static bool IsJsonPointer(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '/')
        {
            return false;
        }

        while (true)
        {
            int tilde = text.IndexOf((byte)'~');
            if (tilde < 0)
            {
                return true;
            }

            if (tilde + 1 >= text.Length || text[tilde + 1] is not ((byte)'0' or (byte)'1'))
            {
                return false;
            }

            text = text[(tilde + 2)..];
        }
    }

    /// <summary>A relative JSON Pointer (draft-bhutton-relative-json-pointer-00).</summary>
    public static bool IsRelativeJsonPointer(ReadOnlySpan<byte> text)
    {
        int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        if (digits == 0 || (text[0] == '0' && digits > 1))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[digits..];
        return rest.SequenceEqual("#"u8) || IsJsonPointer(rest);
    }

    /// <summary>A UUID in its usual writing, of any version and variant.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool hyphen = i is 8 or 13 or 18 or 23;
            if (hyphen ? text[i] != '-' : !char.IsAsciiHexDigit((char)text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
