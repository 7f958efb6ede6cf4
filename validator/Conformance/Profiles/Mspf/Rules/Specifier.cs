namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Names of items: Java domain notation, <c>org.example.subdomain</c> (MSC2783, General Structure).</summary>
internal static class Specifier
{
    private const string UnstablePrefix = "org.matrix.msc";

    /// <summary>
    /// Whether a name is one: two labels or more, with dots between, each of letters, digits, <c>_</c> and <c>-</c>. The text gives
    /// no grammar; this one admits every name that it uses and every name that can be a part of a path.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        int labels = 0;
        while (true)
        {
            int dot = name.IndexOf('.');
            ReadOnlySpan<char> label = dot < 0 ? name : name[..dot];
            if (label.IsEmpty)
            {
                return false;
            }

            foreach (char c in label)
            {
                if (!char.IsLetterOrDigit(c) && c is not '_' and not '-')
                {
                    return false;
                }
            }

            labels++;
            if (dot < 0)
            {
                return labels > 1;
            }

            name = name[(dot + 1)..];
        }
    }

    /// <summary>The proposal whose unstable prefix a name has: <c>MSC2783</c> for <c>org.matrix.msc2783.media</c>, also written <c>org.matrix.msc.2783</c>.</summary>
    public static string? ProposalOf(string name)
    {
        if (!name.StartsWith(UnstablePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        ReadOnlySpan<char> rest = name.AsSpan(UnstablePrefix.Length);
        rest = rest.StartsWith(".") ? rest[1..] : rest;
        int digits = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and int end ? end : rest.Length;
        bool ends = digits == rest.Length || rest[digits] == '.';
        return digits is > 0 and <= 8 && ends ? $"MSC{rest[..digits]}" : null;
    }
}
