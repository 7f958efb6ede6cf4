using Conformance.Documents.Cutting;

namespace Conformance.Documents.Json;

/// <summary>
/// One cutting of one stream. Positions count in the window and are mended whenever it moves. What stands between items is
/// judged in the same way as by <see cref="JsonParser"/>.
/// </summary>
internal sealed partial class JsonCut(CutWindow window, CutLimits limits)
{
    private readonly Stack<JsonCutLevel> _levels = new();
    private readonly JsonExtent _extent = new();
    private int _position;

    // Where cutting had to stop; -1 while it goes on.
    private long _stoppedAt = -1;

    // Whether the outermost value can't be read at all, so that what follows it is no news.
    private bool _unreadable;

    private long Offset => window.OffsetOf(_position);

    private CutPath? Path => _levels.TryPeek(out JsonCutLevel? level) ? level.Path : null;

    public CutResult Run(CutShape shape)
    {
        if (!TryFindRoot())
        {
            return window.Finish(_stoppedAt);
        }

        CutValue(shape, null, null, 0, Offset);
        while (_stoppedAt < 0 && _levels.TryPeek(out JsonCutLevel? level))
        {
            _position -= window.Relieve(_position);
            if (level.Opened)
            {
                CutChild(level, -1);
            }
            else
            {
                CutNext(level);
            }
        }

        if (_stoppedAt < 0 && !_unreadable)
        {
            NoteTrailingBytes();
        }

        return window.Finish(_stoppedAt);
    }

    /// <summary>Goes to the outermost value. False when there is none to read.</summary>
    private bool TryFindRoot()
    {
        Ensure(4);
        if (JsonBytes.IsWide(window.Bytes))
        {
            window.AddFault(FaultKind.JsonNotUtf8, 0, null);
            _stoppedAt = 0;
            return false;
        }

        if (window.Bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            window.AddFault(FaultKind.JsonByteOrderMark, 0, null);
            _position = 3;
        }

        long start = Offset;
        SkipSpace();
        int value = Peek();
        if (value < 0)
        {
            window.AddFault(FaultKind.Empty, start, null);
            return false;
        }

        if (JsonBytes.StartsRoot((byte)value))
        {
            return true;
        }

        long junk = Offset;
        window.AddFault(FaultKind.JsonUnexpectedByte, junk, null, value);
        if (JsonBytes.IsStray((byte)value) && SkipStray())
        {
            return true;
        }

        _stoppedAt = junk;
        return false;
    }

    private void NoteTrailingBytes()
    {
        SkipSpace();
        if (Peek() >= 0)
        {
            long end = Offset;
            while (window.TryRead(window.Filled, out _))
            {
            }

            window.AddFault(FaultKind.TrailingBytes, end, null, window.Length - end);
        }
    }

    /// <summary>Goes on after a value: to the next, or out of the map or array.</summary>
    private void CutNext(JsonCutLevel level)
    {
        SkipSpace();
        int value = Peek();
        if (value < 0)
        {
            NoteEnd(level.Path);
        }
        else if (value == ',')
        {
            long comma = Offset;
            _position++;
            CutChild(level, comma);
        }
        else if (value == (level.IsMap ? '}' : ']'))
        {
            Leave(sharedBracket: false);
        }
        else
        {
            RecoverAfterValue(level, (byte)value);
        }
    }

    /// <summary>Cuts an element or a member, or leaves the map or array.</summary>
    /// <param name="level">The map or array.</param>
    /// <param name="comma">Offset of the comma before; -1 when there is none that could be one too many.</param>
    private void CutChild(JsonCutLevel level, long comma)
    {
        while (true)
        {
            SkipSpace();
            int value = Peek();
            switch (value)
            {
                case < 0:
                    NoteEnd(level.Path);
                    return;
                case ',':
                    window.AddFault(FaultKind.JsonExtraComma, comma >= 0 ? comma : Offset, level.Path);
                    comma = comma >= 0 ? Offset : -1;
                    _position++;
                    _position -= window.Relieve(_position);
                    break;
                case '}' or ']' when value != (level.IsMap ? '}' : ']'):
                    LeaveMismatched(level, (byte)value);
                    return;
                case '}' or ']':
                    if (comma >= 0)
                    {
                        window.AddFault(FaultKind.JsonExtraComma, comma, level.Path);
                    }

                    Leave(sharedBracket: false);
                    return;
                case '"' when level.IsMap:
                    CutMember(level);
                    return;
                default:
                    if (level.IsMap)
                    {
                        CutOddMember(level, (byte)value);
                    }
                    else
                    {
                        CutElement(level);
                    }

                    return;
            }
        }
    }

    private void CutElement(JsonCutLevel level)
    {
        level.Opened = false;
        CutValue(level.ShapeOf(null), level.Path, null, level.Path.Count++, Offset);
    }

    /// <summary>Leaves the innermost map or array.</summary>
    /// <param name="sharedBracket">Whether the bracket at the position belongs to the one around it.</param>
    private void Leave(bool sharedBracket)
    {
        if (!sharedBracket)
        {
            _position++;
        }

        _levels.Pop();
    }

    /// <summary>Goes into a value or hands it over.</summary>
    private void CutValue(CutShape shape, CutPath? parent, byte[]? key, long index, long keyOffset)
    {
        byte value = window.Bytes[_position];
        if (JsonBytes.IsStray(value))
        {
            window.AddFault(FaultKind.JsonUnexpectedByte, Offset, new CutPath(parent, key, index, keyOffset, Offset), value);
            if (!SkipStray())
            {
                SkipJunk(JsonExtentKind.Junk);
                return;
            }

            value = window.Bytes[_position];
        }

        bool array = shape is CutShape.ElementsOf;
        if (shape is not CutShape.Whole && value == (array ? '[' : '{'))
        {
            var path = new CutPath(parent, key, index, keyOffset, Offset);
            window.Block.Entered.Add(path);
            _levels.Push(new JsonCutLevel(path, shape, limits.Names));
            _position++;
            return;
        }

        long start = Offset;
        CutScan outcome = ScanValue(value, out int length);
        switch (outcome)
        {
            case CutScan.Whole:
                window.Add(new CutItem(parent, key, index, _position, length, shape is not CutShape.Whole));
                _position += _extent.SharesLastByte ? length - 1 : length;
                break;
            case CutScan.Broken when length == 0:
                NoteEnd(parent);
                break;
            case CutScan.Broken:
                window.Add(new CutItem(parent, key, index, _position, length, shape is not CutShape.Whole, Broken: true));
                _stoppedAt = start;
                break;
            default:
                window.AddFault(FaultKind.ItemTooLarge, start, new CutPath(parent, key, index, keyOffset, start), limits.ItemBytes);
                if (outcome == CutScan.TooLargeAndBroken)
                {
                    window.AddFault(FaultKind.UnexpectedEnd, window.Length, parent);
                    _stoppedAt = start;
                }
                else if (_extent.SharesLastByte)
                {
                    _position--;
                }

                break;
        }
    }

    /// <summary>Says that the input ends between items.</summary>
    private void NoteEnd(CutPath? path)
    {
        window.AddFault(FaultKind.UnexpectedEnd, window.Length, path);
        _stoppedAt = window.Length;
    }

    /// <summary>The byte at the position, or -1 at the end of the input.</summary>
    private int Peek() => Ensure(1) ? window.Bytes[_position] : -1;

    /// <summary>Sees to it that so many bytes from the position on are in the window. False when the input ends before.</summary>
    private bool Ensure(int count)
    {
        while (window.Filled - _position < count)
        {
            bool read = window.TryRead(_position, out int shift);
            _position -= shift;
            if (!read)
            {
                return false;
            }
        }

        return true;
    }
}
