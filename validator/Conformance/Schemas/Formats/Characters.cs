namespace Conformance.Schemas.Formats;

/// <summary>Classes of ASCII characters.</summary>
internal static class Characters
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static AsciiSet HexDigits { get; } = new("0123456789ABCDEFabcdef");

    public static AsciiSet HostLabel { get; } = new(Alphanumeric + "-");

    /// <summary>RFC 3986, section 3.1.</summary>
    public static AsciiSet Scheme { get; } = new(Alphanumeric + "+-.");

    /// <summary>unreserved and sub-delims of RFC 3986, section 2, and the colon: what userinfo and IPvFuture may have.</summary>
    public static AsciiSet UserInfo { get; } = new(Alphanumeric + "-._~!$&'()*+,;=:");

    /// <summary>What a registered name may have (RFC 3986, section 3.2.2).</summary>
    public static AsciiSet RegisteredName { get; } = new(Alphanumeric + "-._~!$&'()*+,;=");

    /// <summary>pchar of RFC 3986, section 3.3, and the slash.</summary>
    public static AsciiSet Path { get; } = new(Alphanumeric + "-._~!$&'()*+,;=:@/");

    /// <summary>What queries and fragments may have (RFC 3986, sections 3.4 and 3.5).</summary>
    public static AsciiSet Query { get; } = new(Alphanumeric + "-._~!$&'()*+,;=:@/?");

    /// <summary>atext of RFC 5322, section 3.2.3.</summary>
    public static AsciiSet Atom { get; } = new(Alphanumeric + "!#$%&'*+-/=?^_`{|}~");

    /// <summary>varchar of RFC 6570, section 2.3.</summary>
    public static AsciiSet VariableName { get; } = new(Alphanumeric + "_");

    /// <summary>Whether a percent sign stands before two hexadecimal digits.</summary>
    public static bool IsPercentEncoded(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit((char)text[1]) && char.IsAsciiHexDigit((char)text[2]);
}
