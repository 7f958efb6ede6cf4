using Conformance.Documents.Cutting;

namespace Conformance.Documents.Json;

/// <content>Finding the end of values, and ways past what is none.</content>
internal sealed partial class JsonCut
{
    /// <summary>
    /// Finds the end of the value at the position. What is handed over is in the window from the position on; what is too large
    /// has been passed over. A length of 0 when it is broken: the input ends inside a numeral or word that says nothing yet.
    /// </summary>
    private CutScan ScanValue(byte first, out int length)
    {
        switch (first)
        {
            case (byte)'{' or (byte)'[':
                return Scan(JsonExtentKind.Container, 0, out length);
            case (byte)'"':
                return Scan(JsonExtentKind.Text, 0, out length);
            case (byte)'\'' when HasSingleQuoteEnd():
                return Scan(JsonExtentKind.SingleQuoted, 0, out length);
            case < 0x80 when JsonBytes.IsToken(first):
                break;
            default:
                _unreadable |= _levels.Count == 0;
                return Scan(JsonExtentKind.Junk, 0, out length);
        }

        CutScan outcome = Scan(JsonExtentKind.Token, 0, out length);
        ReadOnlySpan<byte> token = window.Bytes.Slice(_position, length);
        if (outcome != CutScan.Whole || IsValue(token))
        {
            return outcome;
        }

        if (_levels.Count == 0)
        {
            _unreadable = true;
        }
        else if (_position + length == window.Filled && IsFront(token))
        {
            length = 0;
            return CutScan.Broken;
        }

        return Scan(JsonExtentKind.Junk, length, out length);
    }

    private CutScan Scan(JsonExtentKind kind, int known, out int length)
    {
        long start = Offset;
        int at = _position + known;
        bool passing = false;
        bool done;
        _extent.Start(kind, _levels.TryPeek(out JsonCutLevel? level) ? level.IsMap : null);
        while (!(done = _extent.Scan(window.Bytes, ref at)))
        {
            passing |= window.Length - start > limits.ItemBytes;
            bool read = window.TryRead(passing ? at : _position, out int shift);
            at -= shift;
            _position = passing ? at : _position - shift;
            if (!read)
            {
                done = _extent.EndsWithInput;
                break;
            }
        }

        length = 0;
        if (passing || window.OffsetOf(at) - start > limits.ItemBytes)
        {
            _position = at;
            return done ? CutScan.TooLarge : CutScan.TooLargeAndBroken;
        }

        length = at - _position;
        return done ? CutScan.Whole : CutScan.Broken;
    }

    /// <summary>Passes over what can't be read.</summary>
    private void SkipJunk(JsonExtentKind kind)
    {
        _extent.Start(kind, null);
        while (!_extent.Scan(window.Bytes, ref _position))
        {
            bool read = window.TryRead(_position, out int shift);
            _position -= shift;
            if (!read)
            {
                break;
            }
        }
    }

    /// <summary>Passes over bytes that no text shows, and the white space after them. True when a value follows.</summary>
    private bool SkipStray()
    {
        int value = Peek();
        while (value >= 0 && (value == ' ' || JsonBytes.IsStray((byte)value)))
        {
            _position++;
            value = Peek();
        }

        return value >= 0 && StartsValue((byte)value);
    }

    private void SkipSpace()
    {
        while (Ensure(1))
        {
            byte value = window.Bytes[_position];
            if (value > ' ' && value != '/')
            {
                return;
            }

            if (JsonBytes.IsSpace(value))
            {
                _position++;
                continue;
            }

            if (value != '/' || !Ensure(2) || window.Bytes[_position + 1] is not ((byte)'/' or (byte)'*'))
            {
                return;
            }

            window.AddFault(FaultKind.JsonComment, Offset, Path);
            SkipComment(line: window.Bytes[_position + 1] == '/');
            _position -= window.Relieve(_position);
        }
    }

    private void SkipComment(bool line)
    {
        _position += 2;
        while (Ensure(2) || (line && Ensure(1)))
        {
            ReadOnlySpan<byte> rest = window.Bytes[_position..];
            int end = line ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf("*/"u8);
            if (end >= 0)
            {
                _position += line ? end : end + 2;
                return;
            }

            _position += line || window.AtEnd ? rest.Length : rest.Length - 1;
        }

        _position = window.Filled;
    }

    /// <summary>Whether the single quote at the position has a like before the next control character.</summary>
    private bool HasSingleQuoteEnd()
    {
        for (int ahead = 1; ahead < limits.ItemBytes && Ensure(ahead + 1); ahead++)
        {
            byte value = window.Bytes[_position + ahead];
            if (value is < 0x20 or (byte)'\'')
            {
                return value == '\'';
            }

            if (value == '\\' && Ensure(ahead + 2) && window.Bytes[_position + ahead + 1] >= ' ')
            {
                ahead++;
            }
        }

        return false;
    }

    private static bool IsValue(ReadOnlySpan<byte> token) =>
        token.SequenceEqual("true"u8) || token.SequenceEqual("false"u8) || token.SequenceEqual("null"u8)
        || JsonNumeral.IsValid(token, out _);

    /// <summary>Whether a token that the end of the input cut off could have become a value.</summary>
    private static bool IsFront(ReadOnlySpan<byte> token) =>
        "true"u8.StartsWith(token) || "false"u8.StartsWith(token) || "null"u8.StartsWith(token) || JsonNumeral.IsFront(token);

    /// <summary>Whether a value begins at the position.</summary>
    private bool StartsValue(byte first)
    {
        if (first is (byte)'"' or (byte)'[' or (byte)'{' or (byte)'-' || JsonBytes.IsDigit(first))
        {
            return true;
        }

        int length = 0;
        while (length < 6 && Ensure(length + 1) && JsonBytes.IsToken(window.Bytes[_position + length]))
        {
            length++;
        }

        ReadOnlySpan<byte> word = window.Bytes.Slice(_position, length);
        return length > 0 && !JsonBytes.IsDigit(first) && (word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8));
    }
}
