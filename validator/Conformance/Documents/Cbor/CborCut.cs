using Conformance.Documents.Cutting;

namespace Conformance.Documents.Cbor;

/// <summary>One cutting of one stream. Positions count in the window and are mended whenever it moves.</summary>
internal sealed partial class CborCut(CutWindow window, CutLimits limits)
{
    // Tags before an outer container are looked through as far as this; more of them are no honest file.
    private const int MaxTagBytes = 256;

    private readonly Stack<CborCutLevel> _levels = new();
    private readonly CborSkipper _skipper = new();
    private int _position;

    // Where cutting had to stop; -1 while it goes on.
    private long _stoppedAt = -1;

    private long Offset => window.OffsetOf(_position);

    public CutResult Run(CutShape shape)
    {
        if (!Ensure(1))
        {
            window.AddFault(FaultKind.Empty, 0, null);
            return window.Finish();
        }

        CutValue(shape, null, null, 0, 0);
        while (_stoppedAt < 0 && _levels.TryPeek(out CborCutLevel? level))
        {
            CutChild(level);
        }

        if (_stoppedAt < 0 && Ensure(1))
        {
            long end = Offset;
            while (window.TryRead(window.Filled, out _))
            {
            }

            window.AddFault(FaultKind.TrailingBytes, end, null, window.Length - end);
        }

        return window.Finish(_stoppedAt);
    }

    /// <summary>Goes on by one child of a container, or leaves the container.</summary>
    private void CutChild(CborCutLevel level)
    {
        _position -= window.Relieve(_position);
        if (!level.Indefinite && level.Left == 0)
        {
            _levels.Pop();
            return;
        }

        if (!Ensure(1))
        {
            NoteEnd();
            return;
        }

        if (level.Indefinite && window.Bytes[_position] == CborHead.Break)
        {
            _position++;
            _levels.Pop();
            return;
        }

        long keyOffset = Offset;
        byte[]? key = null;
        if (level.IsMap)
        {
            if (!TryReadKey(level, out key))
            {
                return;
            }

            if (!Ensure(1))
            {
                NoteEnd();
                return;
            }

            if (level.Indefinite && window.Bytes[_position] == CborHead.Break)
            {
                window.AddFault(FaultKind.CborOddMap, Offset, level.Path);
                _position++;
                _levels.Pop();
                return;
            }
        }

        level.Left--;
        CutValue(level.ShapeOf(key), level.Path, key, level.Path.Count++, level.IsMap ? keyOffset : Offset);
    }

    private void CutValue(CutShape shape, CutPath? parent, byte[]? key, long index, long keyOffset)
    {
        bool wrongShape = false;
        if (shape is not CutShape.Whole)
        {
            if (TryEnter(shape, parent, key, index, keyOffset))
            {
                return;
            }

            wrongShape = true;
        }

        long start = Offset;
        switch (Scan(out int length))
        {
            case CutScan.Whole:
                window.Add(new CutItem(parent, key, index, _position, length, wrongShape));
                _position += length;
                break;
            case CutScan.TooLarge:
                NoteTooLarge(new CutPath(parent, key, index, keyOffset, start));
                break;
            case CutScan.TooLargeAndBroken:
                NoteTooLarge(new CutPath(parent, key, index, keyOffset, start));
                window.AddFault(_brokenBy, _brokenAt, parent);
                _stoppedAt = start;
                break;
            default:
                window.Add(new CutItem(parent, key, index, _position, length, wrongShape, Broken: true));
                _stoppedAt = start;
                break;
        }
    }

    /// <summary>Goes into a container if it is one of the kind that the shape asks for.</summary>
    private bool TryEnter(CutShape shape, CutPath? parent, byte[]? key, long index, long keyOffset)
    {
        if (!TryPassTags(out int tagged))
        {
            return false;
        }

        byte initial = window.Bytes[_position + tagged];
        int length = CborHead.LengthOf(initial);
        int major = shape is CutShape.ElementsOf ? CborHead.Array : CborHead.Map;
        if (initial >> 5 != major || length == 0 || !Ensure(tagged + length))
        {
            return false;
        }

        long start = Offset;
        var path = new CutPath(parent, key, index, keyOffset, start);
        window.Block.Entered.Add(path);
        NoteTags(path, tagged);
        bool indefinite = (initial & 31) == CborHead.Indefinite;
        ulong announced = indefinite ? 0 : CborHead.Argument(window.Bytes[(_position + tagged)..]);
        if (indefinite)
        {
            window.AddFault(FaultKind.CborIndefinite, start + tagged, path);
        }
        else if (CborHead.IsLong(length, announced))
        {
            window.AddFault(FaultKind.CborNonShortest, start + tagged, path);
        }

        _position += tagged + length;
        _levels.Push(new CborCutLevel(path, shape, indefinite, announced, start + tagged, Offset, limits.Names));
        return true;
    }

    /// <summary>Finds how many bytes of tags stand here. False when it can't be told, or they are too many.</summary>
    private bool TryPassTags(out int tagged)
    {
        tagged = 0;
        while (Ensure(tagged + 1) && tagged <= MaxTagBytes)
        {
            byte initial = window.Bytes[_position + tagged];
            if (initial >> 5 != CborHead.Tag)
            {
                return true;
            }

            int length = CborHead.LengthOf(initial);
            if (length == 0 || (initial & 31) == CborHead.Indefinite || !Ensure(tagged + length))
            {
                return false;
            }

            tagged += length;
        }

        return false;
    }

    private void NoteTags(CutPath path, int tagged)
    {
        for (int at = 0; at < tagged;)
        {
            ReadOnlySpan<byte> head = window.Bytes[(_position + at)..];
            int length = CborHead.LengthOf(head[0]);
            ulong tag = CborHead.Argument(head);
            long offset = Offset + at;
            bool marksFile = tag == CborHead.SelfDescribed && offset == 0;
            window.AddFault(
                marksFile ? FaultKind.CborSelfDescribed : FaultKind.CborTag, offset, path, (long)Math.Min(tag, long.MaxValue));
            if (CborHead.IsLong(length, tag))
            {
                window.AddFault(FaultKind.CborNonShortest, offset, path);
            }

            at += length;
        }
    }

    private void NoteTooLarge(CutPath item) => window.AddFault(FaultKind.ItemTooLarge, item.Offset, item, limits.ItemBytes);

    /// <summary>Says that the input ended between items, by the outermost container that could not have fitted in it if there is one.</summary>
    private void NoteEnd()
    {
        _stoppedAt = window.Length;
        CborCutLevel? liar = _levels.LastOrDefault(level => level.AnnouncesMoreThan(window.Length));
        if (liar is not null)
        {
            window.AddFault(FaultKind.CborCountBeyondInput, liar.HeadOffset, liar.Path, (long)Math.Min(liar.Announced, long.MaxValue));
        }
        else
        {
            window.AddFault(FaultKind.UnexpectedEnd, window.Length, _levels.Peek().Path);
        }
    }

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
