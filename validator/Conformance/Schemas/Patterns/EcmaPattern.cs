using System.Text;

namespace Conformance.Schemas.Patterns;

/// <summary>
/// Reads a regular expression of ECMA-262 (flag <c>u</c>, without the annexes for browsers) and writes it in .NET's syntax, which differs in
/// classes, anchors, escapes, group numbers and what lies beyond the first plane. Goes through the source once, without recursion.
/// </summary>
internal sealed partial class EcmaPattern
{
    private readonly string _source;
    private readonly StringBuilder _output = new();
    private readonly bool _astral;
    private readonly List<PatternElement> _elements = [];
    private readonly Dictionary<string, int> _groupNames = new(StringComparer.Ordinal);
    private readonly StringBuilder _open = new();
    private int _groups;
    private int _groupsBefore;
    private int _at;
    private string? _problem;
    private int _repeats;
    private bool _repeatsGroup;
    private bool _isSequence = true;
    private bool _startsAnchored;
    private bool _endsAnchored;

    private EcmaPattern(string source, bool astral)
    {
        _source = source;
        _astral = astral;
    }

    /// <summary>The elements of a pattern that is no more than an anchored row of them; null for others.</summary>
    public IReadOnlyList<PatternElement>? Sequence => _isSequence && _startsAnchored ? _elements : null;

    /// <summary>Whether the row must reach the end of the text.</summary>
    public bool EndsAnchored => _endsAnchored;

    /// <summary>Whether a search that goes back may take more than the square of the text's length.</summary>
    public bool MayExplode => _repeatsGroup || _repeats > 2;

    /// <summary>Translates a pattern.</summary>
    /// <param name="source">The pattern in ECMA-262's syntax.</param>
    /// <param name="astral">Whether the texts may hold code points beyond U+FFFF.</param>
    /// <param name="problem">What is wrong with the pattern, or empty.</param>
    /// <returns>The reading; null when the pattern is wrong or not supported.</returns>
    public static EcmaPattern? Read(string source, bool astral, out string problem)
    {
        var pattern = new EcmaPattern(source, astral);
        pattern.FindGroups();
        pattern.ReadTerms();
        problem = pattern._problem ?? "";
        return pattern._problem is null ? pattern : null;
    }

    /// <summary>The pattern in .NET's syntax.</summary>
    public override string ToString() => _output.ToString();

    private void Fail(string problem) => _problem ??= problem;

    private void ReadTerms()
    {
        while (_at < _source.Length && _problem is null)
        {
            char c = _source[_at++];
            switch (c)
            {
                case '^':
                    _startsAnchored |= _at == 1;
                    _isSequence &= _at == 1;
                    _output.Append(@"\A");
                    break;
                case '$':
                    _endsAnchored |= _at == _source.Length;
                    _isSequence &= _at == _source.Length;
                    _output.Append(@"\z");
                    break;
                case '|':
                    _isSequence = false;
                    _output.Append('|');
                    break;
                case '(':
                    ReadGroupStart();
                    break;
                case ')':
                    ReadGroupEnd();
                    break;
                case '.':
                    CharacterSet any = CharacterSet.Of(0x0A).With(0x0D, 0x0D).With(0x2028, 0x2029);
                    any.IsNegated = true;
                    WriteAtom(any);
                    break;
                case '[':
                    ReadClass();
                    break;
                case '\\':
                    ReadEscape();
                    break;
                case '*' or '+' or '?' or '{' or '}' or ']':
                    Fail($"the {c} at {_at - 1} has nothing to belong to, and must be escaped to stand for itself");
                    break;
                default:
                    _at--;
                    WriteAtom(CharacterSet.Of(ReadCodePoint()));
                    break;
            }
        }

        if (_open.Length > 0)
        {
            Fail("a group is not closed");
        }
    }

    /// <summary>Writes a set and the quantifier after it.</summary>
    private void WriteAtom(CharacterSet set)
    {
        set.Write(_output, _astral);
        (int min, int max) = ReadQuantifier();
        _elements.Add(new PatternElement(set, min, max));
    }

    private (int Min, int Max) ReadQuantifier()
    {
        if (_at >= _source.Length)
        {
            return (1, 1);
        }

        (int Min, int Max) times;
        switch (_source[_at])
        {
            case '*':
                times = (0, int.MaxValue);
                _at++;
                break;
            case '+':
                times = (1, int.MaxValue);
                _at++;
                break;
            case '?':
                times = (0, 1);
                _at++;
                break;
            case '{':
                times = ReadBraces();
                break;
            default:
                return (1, 1);
        }

        _repeats += times.Max != times.Min ? 1 : 0;
        _output.Append('{').Append(times.Min);
        if (times.Max != times.Min)
        {
            _output.Append(',');
            if (times.Max != int.MaxValue)
            {
                _output.Append(times.Max);
            }
        }

        _output.Append('}');
        if (_at < _source.Length && _source[_at] == '?')
        {
            _output.Append('?');
            _at++;
        }

        return times;
    }

    private (int Min, int Max) ReadBraces()
    {
        _at++;
        int? min = ReadNumber();
        int? max = min;
        if (_at < _source.Length && _source[_at] == ',')
        {
            _at++;
            max = _at < _source.Length && _source[_at] == '}' ? int.MaxValue : ReadNumber();
        }

        if (min is null || max is null || max < min || _at >= _source.Length || _source[_at++] != '}')
        {
            Fail($"the quantifier before {_at} is not complete");
            return (1, 1);
        }

        return (min.Value, max.Value);
    }

    /// <summary>A decimal number; one too large for the platform reads as its largest.</summary>
    private int? ReadNumber()
    {
        int start = _at;
        long value = 0;
        while (_at < _source.Length && char.IsAsciiDigit(_source[_at]))
        {
            value = Math.Min((value * 10) + (_source[_at++] - '0'), int.MaxValue);
        }

        return _at == start ? null : (int)value;
    }

    private int ReadCodePoint()
    {
        int codePoint = char.IsSurrogatePair(_source, _at) ? char.ConvertToUtf32(_source, _at) : _source[_at];
        _at += codePoint > 0xFFFF ? 2 : 1;
        return codePoint;
    }
}
