namespace Conformance.Policy;

/// <summary>Patterns of paths: <c>?</c> is one character, <c>*</c> any within a part, <c>**</c> any at all.</summary>
internal static class Glob
{
    /// <summary>Whether a pattern covers the whole of a text. Time and space are bounded by the product of both lengths.</summary>
    public static bool Matches(string pattern, string text)
    {
        // reached[i]: the pattern so far covers the first i characters of the text.
        bool[] reached = new bool[text.Length + 1];
        bool[] next = new bool[text.Length + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.Length; p++)
        {
            char c = pattern[p];
            bool deep = c == '*' && p + 1 < pattern.Length && pattern[p + 1] == '*';
            p += deep ? 1 : 0;
            next[0] = c == '*' && reached[0];
            for (int i = 1; i <= text.Length; i++)
            {
                char at = text[i - 1];
                next[i] = c switch
                {
                    '*' => reached[i] || (next[i - 1] && (deep || at != '/')),
                    '?' => reached[i - 1] && at != '/',
                    _ => reached[i - 1] && at == c,
                };
            }

            (reached, next) = (next, reached);
        }

        return reached[text.Length];
    }
}
