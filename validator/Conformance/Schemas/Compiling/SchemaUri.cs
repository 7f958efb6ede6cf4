using System.Text;

namespace Conformance.Schemas.Compiling;

/// <summary>Resolves URI references (RFC 3986, section 5) as text, so that any scheme works and nothing is normalised away.</summary>
internal static class SchemaUri
{
    /// <summary>Resolves a reference against an absolute base.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        Parts r = Split(reference);
        if (r.Scheme is not null)
        {
            return r.Scheme + ":" + (r.Authority is null ? "" : "//" + r.Authority) + RemoveDots(r.Path) + r.Query + r.Fragment;
        }

        Parts b = Split(baseUri);
        string? authority = b.Authority;
        string path;
        string query = r.Query;
        if (r.Authority is not null)
        {
            authority = r.Authority;
            path = RemoveDots(r.Path);
        }
        else if (r.Path.Length == 0)
        {
            path = b.Path;
            query = r.Query.Length > 0 ? r.Query : b.Query;
        }
        else if (r.Path[0] == '/')
        {
            path = RemoveDots(r.Path);
        }
        else
        {
            string folder = b.Authority is not null && b.Path.Length == 0 ? "/" : b.Path[..(b.Path.LastIndexOf('/') + 1)];
            path = RemoveDots(folder + r.Path);
        }

        return (b.Scheme is null ? "" : b.Scheme + ":") + (authority is null ? "" : "//" + authority) + path + query + r.Fragment;
    }

    /// <summary>Parts a URI from its fragment, which comes without <c>#</c>; null when there is none.</summary>
    public static (string Uri, string? Fragment) SplitFragment(string uri)
    {
        int hash = uri.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (uri, null) : (uri[..hash], uri[(hash + 1)..]);
    }

    /// <summary>Whether a URI has a scheme.</summary>
    public static bool IsAbsolute(string uri) => Split(uri).Scheme is not null;

    /// <summary>Undoes percent-encoding; null when it isn't proper.</summary>
    public static string? Unescape(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        int length = 0;
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] != '%')
            {
                utf8[length++] = utf8[i];
                continue;
            }

            if (i + 2 >= utf8.Length || !char.IsAsciiHexDigit((char)utf8[i + 1]) || !char.IsAsciiHexDigit((char)utf8[i + 2]))
            {
                return null;
            }

            utf8[length++] = (byte)(Convert.FromHexString(Encoding.ASCII.GetString(utf8, i + 1, 2))[0]);
            i += 2;
        }

        return Encoding.UTF8.GetString(utf8, 0, length);
    }

    private static Parts Split(string uri)
    {
        string fragment = "";
        string query = "";
        string? scheme = null;
        string? authority = null;
        int hash = uri.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
        {
            fragment = uri[hash..];
            uri = uri[..hash];
        }

        int question = uri.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0)
        {
            query = uri[question..];
            uri = uri[..question];
        }

        int colon = uri.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && char.IsAsciiLetter(uri[0]) && IsScheme(uri.AsSpan(0, colon)))
        {
            scheme = uri[..colon];
            uri = uri[(colon + 1)..];
        }

        if (uri.StartsWith("//", StringComparison.Ordinal))
        {
            int slash = uri.IndexOf('/', 2);
            slash = slash < 0 ? uri.Length : slash;
            authority = uri[2..slash];
            uri = uri[slash..];
        }

        return new Parts(scheme, authority, uri, query, fragment);
    }

    private static string RemoveDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal) && !path.StartsWith('.'))
        {
            return path;
        }

        var output = new List<string>();
        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            bool last = i == segments.Length - 1;
            if (segments[i] == ".." || segments[i] == ".")
            {
                if (segments[i] == ".." && output.Count > 1)
                {
                    output.RemoveAt(output.Count - 1);
                }

                if (last)
                {
                    output.Add("");
                }
            }
            else
            {
                output.Add(segments[i]);
            }
        }

        return string.Join('/', output);
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Parts(string? Scheme, string? Authority, string Path, string Query, string Fragment);
}
