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

    private readonly bool StartsValue(int at) => _source[at] switch
    {
        (byte)'"' or (byte)'[' or (byte)'{' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') => true,
        (byte)'t' => IsLiteral(at, "true"u8),
        (byte)'f' => IsLiteral(at, "false"u8),
        (byte)'n' => IsLiteral(at, "null"u8),
        _ => false,
    };
}
