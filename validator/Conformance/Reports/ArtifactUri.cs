using System.Text;

namespace Conformance.Reports;

/// <summary>Addresses of inputs and members.</summary>
internal static class ArtifactUri
{
    private const string StandardInput = "standard-input";

    /// <summary>A relative URI reference of the input and the member in it (RFC 3986 §4.2), percent-encoded; <c>file:</c> for an absolute path.</summary>
    public static string Of(string input, string? member)
    {
        string path = input == "-" ? StandardInput : input;
        bool absolute = path.StartsWith('/') || path is [_, ':', '/', ..];
        path = path.TrimEnd('/');
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path[2..];
        }

        if (path == ".")
        {
            path = "";
        }

        string whole = member is null ? path : path.Length == 0 && !absolute ? member : $"{path}/{member}";
        string encoded = Encode(whole);
        return absolute ? (encoded.StartsWith('/') ? "file://" : "file:///") + encoded : encoded.Length == 0 ? "." : encoded;
    }

    private static string Encode(string path)
    {
        var uri = new StringBuilder(path.Length + 8);
        foreach (byte b in Encoding.UTF8.GetBytes(path))
        {
            // A colon is legal in a path, but in the first part of a relative one it would end a scheme.
            if (char.IsAsciiLetterOrDigit((char)b) || "-._~/!$&'()*+,;=@".Contains((char)b, StringComparison.Ordinal))
            {
                uri.Append((char)b);
            }
            else
            {
                uri.Append('%').Append(Convert.ToHexString([b]));
            }
        }

        return uri.ToString();
    }
}
