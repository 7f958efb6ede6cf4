using System.Text.Unicode;

namespace Conformance.Documents.Json;

/// <content>What to make of text that isn't JSON: one fault for one cause, then on at the next place that makes sense.</content>
internal ref partial struct JsonParser
{
    /// <summary>Goes on where neither a comma nor the right bracket follows a value.</summary>
    private int RecoverAfterValue(int at)
    {
        byte value = _source[at];
        if (value is (byte)'}' or (byte)']')
        {
            return CloseMismatched(at);
        }

        if (value == '"' || (!_map && StartsValue(at)))
        {
            Fault(FaultKind.JsonMissingComma, at, _container);
            return ReadItem(at, -1);
        }

        Fault(FaultKind.JsonUnexpectedByte, at, _container, value);
        _document.Record(_container).Flags |= NodeFlags.Incomplete;
        at = SkipJunk(at, stopAtOpening: !_map);
        return at < _source.Length && _source[at] is (byte)'[' or (byte)'{' ? ReadValue(at) : at;
    }

    /// <summary>
    /// Takes a closing bracket of the wrong kind: as that of the map or array around the open one, if it fits there, otherwise
    /// as a slip for the right one.
    /// </summary>
    private int CloseMismatched(int at)
    {
        byte bracket = _source[at];
        ref NodeRecord record = ref _document.Record(_container);
        Fault(FaultKind.JsonUnexpectedByte, at, _container, bracket);
        record.Flags |= NodeFlags.Incomplete;
        int outer = record.Next;
        bool closesOuter = outer >= 0 && _document.Record(outer).Kind == (bracket == '}' ? NodeKind.Map : NodeKind.Array);
        return Close(closesOuter ? at : at + 1);
    }

    /// <summary>Goes on where an element or a member should begin and something else stands.</summary>
    private int RecoverInItem(int at, int comma)
    {
        while (true)
        {
            at = SkipSpace(at);
            if (at == _source.Length)
            {
                return End();
            }

            byte value = _source[at];
            if (value == ',')
            {
                Fault(FaultKind.JsonExtraComma, comma >= 0 ? comma : at, _container);
                comma = comma >= 0 ? at : -1;
                at++;
                continue;
            }

            if (value == (_map ? '}' : ']'))
            {
                if (comma >= 0)
                {
                    Fault(FaultKind.JsonExtraComma, comma, _container);
                }

                return Close(at + 1);
            }

            if (value is (byte)'}' or (byte)']')
            {
                return CloseMismatched(at);
            }

            if (!_map)
            {
                return ReadValue(at);
            }

            return value == '"' ? ReadMember(at) : ReadOddName(at);
        }
    }

    /// <summary>Reads a member whose name is no string.</summary>
    private int ReadOddName(int at)
    {
        byte value = _source[at];
        int name = _document.NodeCount;
        int end;
        switch (value)
        {
            case (byte)'\'' when HasSingleQuoteEnd(at):
                Fault(FaultKind.JsonSingleQuote, at, name);
                end = ReadText(at, (byte)'\'');
                CheckName(name);
                return ReadAfterOddName(end, name, blamed: false);
            case (byte)':':
                Fault(FaultKind.JsonNameNotString, at, name);
                AddMissing(at);
                return ReadMemberValue(at + 1, name, blamed: true);
            case (byte)'[' or (byte)'{':
                Fault(FaultKind.JsonNameNotString, at, name);
                end = SkipContainer(at);
                AddMissing(at, end);
                return ReadAfterOddName(end, name, blamed: true);
            case < 0x80 when JsonBytes.IsToken(value):
                Fault(FaultKind.JsonNameNotString, at, name);
                end = TokenEnd(at);
                if (_validUtf8 || Utf8.IsValid(_source[at..end]))
                {
                    Add(NodeKind.Text, NodeFlags.None, at, end - at, NodeRecord.Range(at, end - at));
                    CheckName(name);
                }
                else
                {
                    AddMissing(at, end);
                }

                return ReadAfterOddName(end, name, blamed: true);
            default:
                return RecoverInName(at);
        }
    }

    /// <summary>Goes on where a name should begin and nothing stands that could be one.</summary>
    private int RecoverInName(int at)
    {
        byte value = _source[at];
        Fault(value == '\'' ? FaultKind.JsonSingleQuote : FaultKind.JsonUnexpectedByte, at, _container, value == '\'' ? 0 : value);
        _document.Record(_container).Flags |= NodeFlags.Incomplete;
        _opened = false;
        while (at < _source.Length && _source[at] is not ((byte)':' or (byte)'"' or (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}'))
        {
            at++;
        }

        if (at == _source.Length)
        {
            return at;
        }

        switch (_source[at])
        {
            case (byte)'"':
                return ReadMember(at);
            case (byte)':':
                int name = AddMissing(at);
                return ReadMemberValue(at + 1, name, blamed: true);
            case (byte)'[' or (byte)'{':
                return SkipJunk(SkipContainer(at));
            default:
                return at;
        }
    }

    private int ReadAfterOddName(int at, int name, bool blamed)
    {
        at = SkipSpace(at);
        return at < _source.Length && _source[at] == ':' ? ReadMemberValue(at + 1, name, blamed) : RecoverAfterName(at, name, blamed);
    }

    /// <summary>Goes on where no colon follows a name.</summary>
    private int RecoverAfterName(int at, int name, bool blamed)
    {
        if (at == _source.Length || _source[at] is (byte)',' or (byte)'}' or (byte)']')
        {
            return AddMissingValue(at, name, blamed);
        }

        if (StartsValue(at))
        {
            if (!blamed)
            {
                Fault(FaultKind.JsonMissingValue, at, name);
            }

            return ReadValue(at);
        }

        if (!blamed)
        {
            Fault(FaultKind.JsonUnexpectedByte, at, name, _source[at]);
        }

        if (JsonBytes.IsStray(_source[at]))
        {
            return ReadAfterOddName(SkipStray(at), name, blamed: true);
        }

        if (_source[at] == '=')
        {
            at++;
            at = SkipSpace(at < _source.Length && _source[at] == '>' ? at + 1 : at);
            return ReadMemberValue(at, name, blamed: true);
        }

        int end = SkipJunk(at);
        AddMissing(at, end);
        Complete();
        return end;
    }

    /// <summary>Goes on where no value follows a colon.</summary>
    private int RecoverInValue(int at, int name, bool blamed)
    {
        while (at < _source.Length && _source[at] == ':')
        {
            if (!blamed)
            {
                Fault(FaultKind.JsonUnexpectedByte, at, name, (byte)':');
                blamed = true;
            }

            at = SkipSpace(at + 1);
        }

        return at == _source.Length || _source[at] is (byte)',' or (byte)'}' or (byte)']'
            ? AddMissingValue(at, name, blamed)
            : ReadValue(at);
    }

    /// <summary>Ends a member that has no value.</summary>
    private int AddMissingValue(int at, int name, bool blamed)
    {
        AddMissing(at);
        Complete();
        if (at == _source.Length)
        {
            return End();
        }

        if (!blamed)
        {
            Fault(FaultKind.JsonMissingValue, at, name);
        }

        return at;
    }

    /// <summary>Reads a value that isn't JSON into one node.</summary>
    /// <returns>Where it ends; -1 when only stray bytes stand before a value that can be read.</returns>
    private int ReadOddValue(int at)
    {
        byte value = _source[at];
        int node = _document.NodeCount;
        if (value == '\'' && HasSingleQuoteEnd(at))
        {
            Fault(FaultKind.JsonSingleQuote, at, node);
            return ReadText(at, (byte)'\'');
        }

        if (value is (byte)'+' or (byte)'.' && at + 1 < _source.Length && JsonBytes.IsToken(_source[at + 1]))
        {
            return ReadOddNumber(at);
        }

        if (JsonBytes.IsWordStart(value))
        {
            return ReadUnknownWord(at, TokenEnd(at));
        }

        Fault(value == '\'' ? FaultKind.JsonSingleQuote : FaultKind.JsonUnexpectedByte, at, node, value == '\'' ? 0 : value);
        int end = SkipStray(at);
        if (end > at && end < _source.Length && StartsValue(end))
        {
            return -1;
        }

        end = SkipJunk(end);
        AddMissing(at, end);
        return end;
    }

    private int ReadUnknownWord(int start, int end)
    {
        ReadOnlySpan<byte> word = _source[start..end];
        int node = AddMissing(start, end);
        if (end == _source.Length && _container >= 0
            && ("true"u8.StartsWith(word) || "false"u8.StartsWith(word) || "null"u8.StartsWith(word)))
        {
            _cut = true;
            return end;
        }

        Fault(FaultKind.JsonUnknownLiteral, start, node, text: DuplicateNames.Shown(word));
        return SkipJunk(end);
    }

    /// <summary>Ends everything that is open, since the input has ended.</summary>
    private int End()
    {
        Fault(FaultKind.UnexpectedEnd, _source.Length, _container);
        CloseAll(_source.Length);
        return _source.Length;
    }

    /// <summary>Closes everything that is open, as incomplete.</summary>
    private void CloseAll(int end)
    {
        while (_container >= 0)
        {
            _document.Record(_container).Flags |= NodeFlags.Incomplete;
            Close(end);
        }
    }

    /// <summary>Stands for a value that is missing.</summary>
    private readonly int AddMissing(int at) => Add(NodeKind.Null, NodeFlags.Incomplete, at, 0);

    /// <summary>Stands for a value that can't be read.</summary>
    private readonly int AddMissing(int start, int end) => Add(NodeKind.Null, NodeFlags.Incomplete, start, end - start);

    private readonly bool StartsValue(int at) => _source[at] switch
    {
        (byte)'"' or (byte)'[' or (byte)'{' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') => true,
        (byte)'t' => IsLiteral(at, "true"u8),
        (byte)'f' => IsLiteral(at, "false"u8),
        (byte)'n' => IsLiteral(at, "null"u8),
        _ => false,
    };
}
