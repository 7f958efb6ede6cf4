using System.Text.Unicode;

namespace Conformance.Documents.Json;

/// <content>What to make of members whose name is no string, or that no colon follows.</content>
internal ref partial struct JsonParser
{
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
}
