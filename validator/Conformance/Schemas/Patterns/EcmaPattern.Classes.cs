using System.Globalization;

namespace Conformance.Schemas.Patterns;

/// <content>Classes and escapes.</content>
internal sealed partial class EcmaPattern
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|/";

    private static CharacterSet Digits => new CharacterSet().With('0', '9');

    private static CharacterSet WordCharacters => new CharacterSet().With('0', '9').With('A', 'Z').With('_', '_').With('a', 'z');

    private static CharacterSet WhiteSpace => new CharacterSet()
        .With(0x09, 0x0D).With(0x20, 0x20).With(0xA0, 0xA0).With(0x1680, 0x1680).With(0x2000, 0x200A).With(0x2028, 0x2029)
        .With(0x202F, 0x202F).With(0x205F, 0x205F).With(0x3000, 0x3000).With(0xFEFF, 0xFEFF);

    private void ReadClass()
    {
        var set = new CharacterSet();
        if (_at < _source.Length && _source[_at] == '^')
        {
            set.IsNegated = true;
            _at++;
        }

        while (_problem is null)
        {
            if (_at >= _source.Length)
            {
                Fail("a class is not closed");
                return;
            }

            if (_source[_at] == ']')
            {
                _at++;
                WriteAtom(set);
                return;
            }

            (int low, CharacterSet? several) = ReadClassMember();
            if (_at + 1 >= _source.Length || _source[_at] != '-' || _source[_at + 1] == ']')
            {
                Include(set, low, several);
                continue;
            }

            _at++;
            (int high, CharacterSet? others) = ReadClassMember();
            if (several is not null || others is not null || low > high)
            {
                Fail($"the range before {_at} is none");
                return;
            }

            set.With(low, high);
        }
    }

    private static void Include(CharacterSet set, int codePoint, CharacterSet? several)
    {
        if (several is null)
        {
            set.With(codePoint, codePoint);
        }
        else
        {
            set.Add(several);
        }
    }

    private (int CodePoint, CharacterSet? Set) ReadClassMember()
    {
        if (_source[_at] != '\\')
        {
            return (ReadCodePoint(), null);
        }

        if (++_at >= _source.Length)
        {
            Fail("the pattern ends with a backslash");
            return (0, null);
        }

        switch (_source[_at])
        {
            case 'b':
                _at++;
                return (0x08, null);
            case '-':
                _at++;
                return ('-', null);
            default:
                return ReadClassEscape() is { } set ? (0, set) : (ReadCharacterEscape(), null);
        }
    }

    private void ReadEscape()
    {
        if (_at >= _source.Length)
        {
            Fail("the pattern ends with a backslash");
            return;
        }

        char c = _source[_at];
        if (c is 'b' or 'B')
        {
            const string word = "[0-9A-Za-z_]";
            _isSequence = false;
            _at++;
            _output.Append(c == 'b'
                ? $"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
                : $"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))");
        }
        else if (c == 'k')
        {
            _at++;
            ReadNamedReference();
        }
        else if (c is >= '1' and <= '9')
        {
            _at++;
            ReadNumberedReference();
        }
        else if (ReadClassEscape() is { } set)
        {
            WriteAtom(set);
        }
        else
        {
            WriteAtom(CharacterSet.Of(ReadCharacterEscape()));
        }
    }

    /// <summary>An escape for several characters; null, having read nothing, for others.</summary>
    private CharacterSet? ReadClassEscape()
    {
        char c = _source[_at];
        CharacterSet? set = char.ToLowerInvariant(c) switch
        {
            'd' => Digits,
            'w' => WordCharacters,
            's' => WhiteSpace,
            'p' => new CharacterSet(),
            _ => null,
        };
        if (set is null)
        {
            return null;
        }

        _at++;
        if (c is 'p' or 'P')
        {
            ReadProperty(set);
        }

        set.IsNegated = char.IsAsciiLetterUpper(c);
        return set;
    }

    private void ReadProperty(CharacterSet set)
    {
        int end = _at < _source.Length && _source[_at] == '{' ? _source.IndexOf('}', _at) : -1;
        if (end < 0)
        {
            Fail($"the property at {_at} has no name");
            return;
        }

        string name = _source[(_at + 1)..end];
        _at = end + 1;
        foreach (string prefix in new[] { "General_Category=", "gc=" })
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                name = name[prefix.Length..];
            }
        }

        switch (name)
        {
            case "Any":
                set.With(0, CodePointRanges.Last);
                break;
            case "ASCII":
                set.With(0, 0x7F);
                break;
            case "Assigned":
                set.AddCategories(CategoryNames.All & ~(1u << (int)UnicodeCategory.OtherNotAssigned));
                break;
            default:
                if (CategoryNames.Find(name) is { } mask)
                {
                    set.AddCategories(mask);
                }
                else
                {
                    Fail($"the property {name} is unknown or not supported; general categories are");
                }

                break;
        }
    }

    private int ReadCharacterEscape()
    {
        char c = _source[_at++];
        switch (c)
        {
            case 't':
                return 0x09;
            case 'n':
                return 0x0A;
            case 'v':
                return 0x0B;
            case 'f':
                return 0x0C;
            case 'r':
                return 0x0D;
            case '0' when _at >= _source.Length || !char.IsAsciiDigit(_source[_at]):
                return 0;
            case 'c' when _at < _source.Length && char.IsAsciiLetter(_source[_at]):
                return _source[_at++] % 32;
            case 'x':
                return ReadHex(2) ?? FailEscape(c);
            case 'u':
                return ReadUnicodeEscape() ?? FailEscape(c);
            default:
                return SyntaxCharacters.Contains(c) ? c : FailEscape(c);
        }
    }

    private int? ReadUnicodeEscape()
    {
        if (_at < _source.Length && _source[_at] == '{')
        {
            int end = _source.IndexOf('}', _at);
            bool good = int.TryParse(_source.AsSpan(_at + 1, Math.Max(end - _at - 1, 0)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int codePoint);
            _at = end + 1;
            return good && end > 0 && codePoint is >= 0 and <= CodePointRanges.Last ? codePoint : null;
        }

        int? first = ReadHex(4);
        if (first is >= 0xD800 and <= 0xDBFF && _source.AsSpan(_at).StartsWith(@"\u"))
        {
            int before = _at;
            _at += 2;
            if (ReadHex(4) is { } second && second is >= 0xDC00 and <= 0xDFFF)
            {
                return 0x10000 + ((first.Value - 0xD800) << 10) + (second - 0xDC00);
            }

            _at = before;
        }

        return first;
    }

    private int? ReadHex(int digits)
    {
        if (_at + digits > _source.Length || !int.TryParse(_source.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value))
        {
            return null;
        }

        _at += digits;
        return value;
    }

    private int FailEscape(char c)
    {
        Fail($"\\{c} at {_at - 2} is no escape of ECMA-262");
        return 0;
    }
}
