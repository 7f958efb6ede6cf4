using System.Text;

namespace Conformance.Suites.Peer.Authentication;

/// <summary>The header by which a server signs a request (Server-Server API, Request Authentication).</summary>
/// <param name="Origin">Who asks.</param>
/// <param name="Destination">Who is asked; empty from servers before v1.3 of the specification.</param>
/// <param name="Key">The ID of the key.</param>
/// <param name="Signature">The signature in unpadded Base64.</param>
internal sealed record XMatrix(string Origin, string Destination, string Key, string Signature)
{
    private const string Scheme = "X-Matrix";

    /// <summary>Reads a header: parameters in any order, quoted or not, names in any case (RFC 9110, section 11.4).</summary>
    /// <returns>What it says; null when it is no such header, or lacks who signs, or the signature.</returns>
    public static XMatrix? Parse(string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length || header[Scheme.Length] is not (' ' or '\t'))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int at = Scheme.Length;
        while (true)
        {
            at = SkipSpace(header, at, commas: true);
            if (at == header.Length)
            {
                break;
            }

            int equals = header.IndexOf('=', at);
            if (equals < 0)
            {
                return null;
            }

            string name = header[at..equals].Trim();
            at = SkipSpace(header, equals + 1, commas: false);
            if (ReadValue(header, ref at) is not { } value || !values.TryAdd(name, value))
            {
                return null;
            }
        }

        return values.TryGetValue("origin", out string? origin) && values.TryGetValue("key", out string? key) && values.TryGetValue("sig", out string? signature)
            ? new XMatrix(origin, values.GetValueOrDefault("destination", ""), key, signature)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme} origin=\"{Origin}\",destination=\"{Destination}\",key=\"{Key}\",sig=\"{Signature}\"";

    private static int SkipSpace(string header, int at, bool commas)
    {
        while (at < header.Length && (header[at] is ' ' or '\t' || (commas && header[at] == ',')))
        {
            at++;
        }

        return at;
    }

    private static string? ReadValue(string header, ref int at)
    {
        if (at == header.Length || header[at] != '"')
        {
            int end = header.IndexOf(',', at);
            end = end < 0 ? header.Length : end;
            string token = header[at..end].TrimEnd();
            at = end;
            return token;
        }

        var text = new StringBuilder();
        for (at++; at < header.Length; at++)
        {
            if (header[at] == '"')
            {
                at++;
                return text.ToString();
            }

            if (header[at] == '\\' && at + 1 < header.Length)
            {
                at++;
            }

            text.Append(header[at]);
        }

        return null;
    }
}
