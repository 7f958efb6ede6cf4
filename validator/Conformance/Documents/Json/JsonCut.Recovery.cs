using System.Text.Unicode;
using Conformance.Documents.Cutting;

namespace Conformance.Documents.Json;

/// <content>What to make of text that isn't JSON, the same as in the recovery of <see cref="JsonParser"/>.</content>
internal sealed partial class JsonCut
{
    private void RecoverAfterValue(JsonCutLevel level, byte value)
    {
        if (value is (byte)'}' or (byte)']')
        {
            LeaveMismatched(level, value);
            return;
        }

        if (value == '"' || (!level.IsMap && StartsValue(value)))
        {
            window.AddFault(FaultKind.JsonMissingComma, Offset, level.Path);
            CutChild(level, -1);
            return;
        }

        window.AddFault(FaultKind.JsonUnexpectedByte, Offset, level.Path, value);
        SkipJunk(level.IsMap ? JsonExtentKind.Junk : JsonExtentKind.JunkBeforeContainer);
        if (Peek() is '[' or '{')
        {
            CutElement(level);
        }
    }

    /// <summary>
    /// Takes a closing bracket of the wrong kind: as that of the map or array around the open one, if it fits there, otherwise
    /// as a slip for the right one.
    /// </summary>
    private void LeaveMismatched(JsonCutLevel level, byte bracket)
    {
        window.AddFault(FaultKind.JsonUnexpectedByte, Offset, level.Path, bracket);
        JsonCutLevel? outer = _levels.Skip(1).FirstOrDefault();
        Leave(sharedBracket: outer is not null && outer.IsMap == (bracket == '}'));
    }

    /// <summary>Cuts a member whose name is no string.</summary>
    private void CutOddMember(JsonCutLevel level, byte value)
    {
        level.Opened = false;
        long offset = Offset;
        switch (value)
        {
            case (byte)'\'' when HasSingleQuoteEnd():
                if (TryReadName(level, JsonExtentKind.SingleQuoted, out Member quoted))
                {
                    CutAfterName(level, quoted, blamed: false);
                }

                break;
            case (byte)':':
                window.AddFault(FaultKind.JsonNameNotString, offset, level.Path);
                _position++;
                CutMemberValue(level, new Member(null, offset, level.Path.Count++), blamed: true);
                break;
            case (byte)'[' or (byte)'{':
                window.AddFault(FaultKind.JsonNameNotString, offset, level.Path);
                SkipJunk(JsonExtentKind.Container);
                CutAfterName(level, new Member(null, offset, level.Path.Count++), blamed: true);
                break;
            case < 0x80 when JsonBytes.IsToken(value):
                CutAfterName(level, ReadToken(level, offset), blamed: true);
                break;
            default:
                RecoverInName(level, value);
                break;
        }
    }

    /// <summary>Reads a numeral or a word that stands where a name should.</summary>
    private Member ReadToken(JsonCutLevel level, long offset)
    {
        byte[]? key = null;
        if (Scan(JsonExtentKind.Token, 0, out int length) == CutScan.Whole)
        {
            ReadOnlySpan<byte> name = window.Bytes.Slice(_position, length);
            key = Utf8.IsValid(name) ? name.ToArray() : null;
            _position += length;
        }

        var member = new Member(key, offset, level.Path.Count);
        window.AddFault(FaultKind.JsonNameNotString, offset, key is null ? level.Path : PathOf(level, member));
        NoteIfRepeated(level, key, offset);
        level.Path.Count++;
        return member;
    }

    /// <summary>Goes on where a name should begin and nothing stands that could be one.</summary>
    private void RecoverInName(JsonCutLevel level, byte value)
    {
        window.AddFault(
            value == '\'' ? FaultKind.JsonSingleQuote : FaultKind.JsonUnexpectedByte, Offset, level.Path, value == '\'' ? 0 : value);
        int next = value;
        while (next is not (< 0 or ':' or '"' or ',' or '[' or ']' or '{' or '}'))
        {
            _position++;
            next = Peek();
        }

        switch (next)
        {
            case '"':
                CutMember(level);
                break;
            case ':':
                long offset = Offset;
                _position++;
                CutMemberValue(level, new Member(null, offset, level.Path.Count++), blamed: true);
                break;
            case '[' or '{':
                SkipJunk(JsonExtentKind.Container);
                SkipJunk(JsonExtentKind.Junk);
                break;
            default:
                break;
        }
    }

    /// <summary>Goes on where no colon follows a name.</summary>
    private void RecoverAfterName(JsonCutLevel level, in Member member, bool blamed)
    {
        int value = Peek();
        if (value is < 0 or ',' or '}' or ']')
        {
            NoteMissingValue(level, member, blamed, value);
            return;
        }

        bool startsValue = StartsValue((byte)value);
        if (!blamed)
        {
            window.AddFault(
                startsValue ? FaultKind.JsonMissingValue : FaultKind.JsonUnexpectedByte, Offset, PathOf(level, member), startsValue ? 0 : value);
        }

        if (startsValue)
        {
            CutMemberValue(level, member, blamed: true);
        }
        else if (JsonBytes.IsStray((byte)value))
        {
            SkipStray();
            CutAfterName(level, member, blamed: true);
        }
        else if (value == '=')
        {
            _position++;
            if (Peek() == '>')
            {
                _position++;
            }

            CutMemberValue(level, member, blamed: true);
        }
        else
        {
            SkipJunk(JsonExtentKind.Junk);
        }
    }
}
