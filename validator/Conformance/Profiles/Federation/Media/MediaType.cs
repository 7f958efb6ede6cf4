namespace Conformance.Profiles.Federation.Media;

/// <summary>A <c>Content-Type</c> (RFC 9110, section 8.3.1; RFC 2045, section 5.1).</summary>
/// <param name="Name">Type and subtype in small letters.</param>
/// <param name="Parameters">Its parameters, names in small letters, in order.</param>
internal sealed record MediaType(string Name, IReadOnlyList<(string Name, string Value)> Parameters)
{
    private const int MaxParameters = 32;
    private const string Tokens = "!#$%&'*+-.^_`|~";

    /// <summary>Reads one.</summary>
    /// <param name="text">The header's value.</param>
    /// <returns>The type; null when the text is none.</returns>
    public static MediaType? Read(string? text)
    {
        string[] parts = (text ?? "").Split(';', 2);
        string name = parts[0].Trim().ToLowerInvariant();
        if (name.Split('/') is not [{ Length: > 0 } type, { Length: > 0 } subtype] || !type.All(IsToken) || !subtype.All(IsToken))
        {
            return null;
        }

        var parameters = new List<(string Name, string Value)>();
        string rest = parts.Length > 1 ? parts[1] : "";
        while (rest.Trim().Length > 0)
        {
            if (parameters.Count == MaxParameters || TakeParameter(ref rest) is not { } parameter)
            {
                return null;
            }

            parameters.Add(parameter);
        }

        return new MediaType(name, parameters);
    }

    /// <summary>The value of a parameter; null when there is none.</summary>
    /// <param name="name">Its name in small letters.</param>
    public string? this[string name]
    {
        get
        {
            foreach ((string known, string value) in Parameters)
            {
                if (known == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Whether a character may stand in a token (RFC 9110, section 5.6.2).</summary>
    public static bool IsToken(char character) => char.IsAsciiLetterOrDigit(character) || Tokens.Contains(character, StringComparison.Ordinal);

    /// <summary>Takes the first parameter off a text.</summary>
    private static (string Name, string Value)? TakeParameter(ref string rest)
    {
        int equals = rest.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? "" : rest[..equals].TrimStart().ToLowerInvariant();
        if (name.Length == 0 || !name.All(IsToken))
        {
            return null;
        }

        string value = rest[(equals + 1)..];
        if (!value.StartsWith('"'))
        {
            int semicolon = value.IndexOf(';', StringComparison.Ordinal);
            rest = semicolon < 0 ? "" : value[(semicolon + 1)..];
            value = (semicolon < 0 ? value : value[..semicolon]).TrimEnd();
            return value.Length > 0 && value.All(IsToken) ? (name, value) : null;
        }

        var text = new System.Text.StringBuilder();
        int at = 1;
        while (at < value.Length && value[at] != '"')
        {
            at += value[at] == '\\' ? 1 : 0;
            if (at < value.Length)
            {
                text.Append(value[at++]);
            }
        }

        if (at >= value.Length)
        {
            return null;
        }

        string after = value[(at + 1)..].TrimStart();
        rest = after.StartsWith(';') ? after[1..] : after;
        return after.Length == 0 || after[0] == ';' ? (name, text.ToString()) : null;
    }
}
