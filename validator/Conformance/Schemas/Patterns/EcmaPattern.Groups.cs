namespace Conformance.Schemas.Patterns;

/// <content>Groups, looking around, and references to groups. Groups are numbered in order, which .NET does for plain ones only.</content>
internal sealed partial class EcmaPattern
{
    /// <summary>Counts the groups that capture, since references may come before them.</summary>
    private void FindGroups()
    {
        bool inClass = false;
        for (int i = 0; i < _source.Length; i++)
        {
            switch (_source[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    CountGroup(i + 1);
                    break;
                default:
                    break;
            }
        }
    }

    private void CountGroup(int after)
    {
        ReadOnlySpan<char> rest = _source.AsSpan(after);
        if (!rest.StartsWith("?"))
        {
            _groups++;
        }
        else if (rest.StartsWith("?<") && !rest.StartsWith("?<=") && !rest.StartsWith("?<!"))
        {
            _groups++;
            int end = rest.IndexOf('>');
            if (end > 2 && !_groupNames.TryAdd(rest[2..end].ToString(), _groups))
            {
                Fail($"the group name {rest[2..end]} stands twice");
            }
        }
    }

    private void ReadGroupStart()
    {
        _isSequence = false;
        ReadOnlySpan<char> rest = _source.AsSpan(_at);
        if (rest.StartsWith("?="))
        {
            Open("(?=", 2, quantifiable: false);
        }
        else if (rest.StartsWith("?!"))
        {
            Open("(?!", 2, quantifiable: false);
        }
        else if (rest.StartsWith("?<="))
        {
            Open("(?<=", 3, quantifiable: false);
        }
        else if (rest.StartsWith("?<!"))
        {
            Open("(?<!", 3, quantifiable: false);
        }
        else if (rest.StartsWith("?:"))
        {
            Open("(?:", 2, quantifiable: true);
        }
        else if (rest.StartsWith("?<"))
        {
            int end = rest.IndexOf('>');
            if (end < 3 || !IsName(rest[2..end]))
            {
                Fail($"the group at {_at} has no proper name");
                return;
            }

            Open($"(?<{++_groupsBefore}>", end + 1, quantifiable: true);
        }
        else if (rest.StartsWith("?"))
        {
            Fail($"the group at {_at} begins with what is no group");
        }
        else
        {
            Open($"(?<{++_groupsBefore}>", 0, quantifiable: true);
        }
    }

    private void Open(string start, int length, bool quantifiable)
    {
        _output.Append(start);
        _at += length;
        _open.Append(quantifiable ? '(' : '?');
    }

    private void ReadGroupEnd()
    {
        if (_open.Length == 0)
        {
            Fail($"the ) at {_at - 1} closes nothing");
            return;
        }

        bool quantifiable = _open[^1] == '(';
        _open.Length--;
        _output.Append(')');
        if (quantifiable)
        {
            (int min, int max) = ReadQuantifier();
            _repeatsGroup |= max > 1 || min > 1;
        }
    }

    private void ReadNamedReference()
    {
        _isSequence = false;
        int end = _at < _source.Length && _source[_at] == '<' ? _source.IndexOf('>', _at) : -1;
        if (end < 0 || !_groupNames.TryGetValue(_source[(_at + 1)..end], out int number))
        {
            Fail($"the reference at {_at} names no group");
            return;
        }

        _at = end + 1;
        WriteReference(number);
    }

    private void ReadNumberedReference()
    {
        _isSequence = false;
        _at--;
        int number = ReadNumber() ?? 0;
        if (number > _groups)
        {
            Fail($"there is no group {number}");
            return;
        }

        WriteReference(number);
    }

    /// <summary>A group that took no part matches nothing, not even emptiness, in .NET; in ECMA-262 it matches the empty text.</summary>
    private void WriteReference(int number)
    {
        _repeatsGroup = true;
        _output.Append($"(?:\\k<{number}>|(?!\\k<{number}>))");
        ReadQuantifier();
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '$'))
            {
                return false;
            }
        }

        return !name.IsEmpty && !char.IsDigit(name[0]);
    }
}
