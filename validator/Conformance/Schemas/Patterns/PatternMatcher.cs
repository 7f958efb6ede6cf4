using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Patterns;

/// <summary>A regular expression of a schema (ECMA-262, with the flag <c>u</c>), made when first needed. Never takes longer than its limit.</summary>
internal sealed class PatternMatcher
{
    private const int StackLimit = 256;

    private readonly Lazy<Regex> _regex;

    private PatternMatcher(Regex regex) => _regex = new Lazy<Regex>(() => regex);

    public static PatternMatcher? TryCreate(string source, TimeSpan timeout, out string problem)
    {
        problem = "";
        return new PatternMatcher(new Regex(source, RegexOptions.CultureInvariant, timeout));
    }

    /// <summary>Whether the pattern is found in a text.</summary>
    public PatternResult Match(ReadOnlySpan<byte> utf8)
    {
        char[]? rented = utf8.Length > StackLimit ? ArrayPool<char>.Shared.Rent(utf8.Length) : null;
        Span<char> buffer = rented ?? stackalloc char[StackLimit];
        ReadOnlySpan<char> text = buffer[..Encoding.UTF8.GetChars(utf8, buffer)];
        try
        {
            return _regex.Value.IsMatch(text) ? PatternResult.Match : PatternResult.NoMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternResult.Undetermined;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }
}
