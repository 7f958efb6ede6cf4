namespace Conformance.Documents.Json;

/// <content>Ways past what is not read into nodes.</content>
internal ref partial struct JsonParser
{
    private int SkipSpaceAndComments(int at)
    {
        while (at < _source.Length)
        {
            if (JsonBytes.IsSpace(_source[at]))
            {
                at++;
                continue;
            }

            if (_source[at] != '/' || at + 1 == _source.Length || _source[at + 1] is not ((byte)'/' or (byte)'*'))
            {
                break;
            }

            Fault(FaultKind.JsonComment, at, _container);
            bool line = _source[at + 1] == '/';
            ReadOnlySpan<byte> rest = _source[(at + 2)..];
            int end = line ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf("*/"u8);
            if (end < 0)
            {
                return _source.Length;
            }

            at += 2 + end + (line ? 0 : 2);
        }

        return at;
    }

    /// <summary>The end of a run of bytes that no text shows, and of the white space after them.</summary>
    private readonly int SkipStray(int at)
    {
        if (JsonBytes.IsStray(_source[at]))
        {
            while (at < _source.Length && (_source[at] == ' ' || JsonBytes.IsStray(_source[at])))
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>The end of a run of bytes that belong to one numeral or word.</summary>
    private readonly int TokenEnd(int at)
    {
        while (at < _source.Length && JsonBytes.IsToken(_source[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a single quote has a like before the next control character.</summary>
    private readonly bool HasSingleQuoteEnd(int at)
    {
        for (at++; at < _source.Length && _source[at] >= ' '; at++)
        {
            if (_source[at] == '\'')
            {
                return true;
            }

            if (_source[at] == '\\' && at + 1 < _source.Length && _source[at + 1] >= ' ')
            {
                at++;
            }
        }

        return false;
    }

    /// <summary>The next comma or closing bracket that stands neither in a string nor in a map or array that begins on the way.</summary>
    private int SkipJunk(int at, bool stopAtOpening = false)
    {
        while (true)
        {
            int stop = _source[at..].IndexOfAny(JsonBytes.JunkStops);
            if (stop < 0)
            {
                return _source.Length;
            }

            at += stop;
            switch (_source[at])
            {
                case (byte)'"':
                    int end = _loneQuote ? -1 : TextEnd(at);
                    _loneQuote = end < 0;
                    at = end < 0 ? at + 1 : end;
                    break;
                case (byte)'[' or (byte)'{' when !stopAtOpening:
                    at = SkipContainer(at);
                    break;
                default:
                    return at;
            }
        }
    }

    /// <summary>The offset after the map or array that begins at an offset, by its brackets alone.</summary>
    private int SkipContainer(int at)
    {
        long depth = 0;
        while (true)
        {
            int stop = _source[at..].IndexOfAny(JsonBytes.Brackets);
            if (stop < 0)
            {
                break;
            }

            at += stop;
            switch (_source[at])
            {
                case (byte)'"':
                    int end = TextEnd(at);
                    if (end < 0)
                    {
                        _cut = true;
                        return _source.Length;
                    }

                    at = end;
                    continue;
                case (byte)'[' or (byte)'{':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }

            at++;
            if (depth == 0)
            {
                return at;
            }
        }

        _cut = true;
        return _source.Length;
    }

    /// <summary>The offset after the string that begins at an offset, or -1 when nothing closes it.</summary>
    private readonly int TextEnd(int at)
    {
        at++;
        while (at < _source.Length)
        {
            int stop = _source[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (stop < 0)
            {
                return -1;
            }

            at += stop;
            if (_source[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }

        return -1;
    }
}
