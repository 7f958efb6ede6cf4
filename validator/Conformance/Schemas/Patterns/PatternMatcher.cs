using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Patterns;

/// <summary>
/// A regular expression of a schema. Rows of sets are matched by hand; others by .NET's engines, made when first needed and always with a
/// limit on time: patterns that may explode by the one that never goes back, which takes much longer to make, as far as it can take them.
/// </summary>
internal sealed class PatternMatcher
{
    private const int StackLimit = 256;
    private const int MaxTimeouts = 3;

    private readonly SequenceMatcher? _sequence;
    private readonly Lazy<Regex?> _basic;
    private readonly Lazy<Regex?> _astral;
    private int _timeouts;

    private PatternMatcher(string source, EcmaPattern pattern, TimeSpan timeout)
    {
        _sequence = SequenceMatcher.TryCreate(pattern);
        _basic = new Lazy<Regex?>(() => Make(pattern, timeout));
        _astral = new Lazy<Regex?>(() => EcmaPattern.Read(source, astral: true, out _) is { } whole ? Make(whole, timeout) : null);
    }

    /// <summary>A matcher; null, and what is wrong, for a pattern that can't be used.</summary>
    public static PatternMatcher? TryCreate(string source, TimeSpan timeout, out string problem) =>
        EcmaPattern.Read(source, astral: false, out problem) is { } pattern ? new PatternMatcher(source, pattern, timeout) : null;

    /// <summary>Whether the pattern is found in a text.</summary>
    public PatternResult Match(ReadOnlySpan<byte> utf8)
    {
        if (_sequence is not null)
        {
            return _sequence.IsMatch(utf8) ? PatternResult.Match : PatternResult.NoMatch;
        }

        char[]? rented = utf8.Length > StackLimit ? ArrayPool<char>.Shared.Rent(utf8.Length) : null;
        Span<char> buffer = rented ?? stackalloc char[StackLimit];
        PatternResult result = Match(buffer[..Encoding.UTF8.GetChars(utf8, buffer)]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    private PatternResult Match(ReadOnlySpan<char> text)
    {
        // A pattern that runs out of time again and again would add up to a hang.
        if (Volatile.Read(ref _timeouts) >= MaxTimeouts)
        {
            return PatternResult.Undetermined;
        }

        try
        {
            Regex? regex = text.ContainsAnyInRange('\uD800', '\uDFFF') ? _astral.Value : _basic.Value;
            return regex is null ? PatternResult.Undetermined : regex.IsMatch(text) ? PatternResult.Match : PatternResult.NoMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref _timeouts);
            return PatternResult.Undetermined;
        }
    }

    private static Regex? Make(EcmaPattern pattern, TimeSpan timeout)
    {
        if (!pattern.MayExplode)
        {
            return MakeBacktracking(pattern.ToString(), timeout);
        }

        try
        {
            return new Regex(pattern.ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, timeout);
        }
        catch (NotSupportedException)
        {
            return MakeBacktracking(pattern.ToString(), timeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Regex? MakeBacktracking(string pattern, TimeSpan timeout)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, timeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
