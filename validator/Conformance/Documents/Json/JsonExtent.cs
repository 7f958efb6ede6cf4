namespace Conformance.Documents.Json;

/// <summary>
/// Finds where a value ends, in pieces of text as they come. Looks at quotation marks and brackets only, 64 bytes at a time,
/// and takes brackets that don't match in the way that <see cref="JsonParser"/> does.
/// </summary>
internal sealed partial class JsonExtent
{
    private const int BlockSize = 64;

    /// <summary>Nesting beyond which brackets are counted, but no longer told apart.</summary>
    private const int MaxKinds = 1 << 20;

    private JsonExtentKind _kind;
    private bool? _outerIsMap;
    private ulong[] _maps = new ulong[4];
    private long _depth;
    private Mode _mode;
    private bool _escaped;

    private enum Mode : byte
    {
        Plain,
        Text,
        SingleQuoted,
        Slash,
        LineComment,
        BlockComment,
        BlockCommentStar,
    }

    /// <summary>
    /// Whether the last byte of the extent is a closing bracket that belongs to what is around it: it stands for the missing
    /// one, and ends both.
    /// </summary>
    public bool SharesLastByte { get; private set; }

    /// <summary>Whether the end of the input ends this too.</summary>
    public bool EndsWithInput => _kind is JsonExtentKind.Token || (_kind is JsonExtentKind.Junk or JsonExtentKind.JunkBeforeContainer);

    /// <summary>Begins anew.</summary>
    /// <param name="kind">What comes.</param>
    /// <param name="outerIsMap">Whether a map is around it, or an array; null when nothing is.</param>
    public void Start(JsonExtentKind kind, bool? outerIsMap)
    {
        _kind = kind;
        _outerIsMap = outerIsMap;
        _depth = 0;
        _mode = Mode.Plain;
        _escaped = false;
        SharesLastByte = false;
    }

    /// <summary>Goes on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">How far it was looked at; then how far it is.</param>
    /// <returns>True when <paramref name="at"/> is the end; false when all was looked at without finding it.</returns>
    public bool Scan(ReadOnlySpan<byte> text, ref int at)
    {
        if (_kind == JsonExtentKind.Token)
        {
            while (at < text.Length && JsonBytes.IsToken(text[at]))
            {
                at++;
            }

            return at < text.Length;
        }

        if (_kind == JsonExtentKind.Text)
        {
            return ScanText(text, ref at);
        }

        while (at < text.Length)
        {
            if (_kind == JsonExtentKind.Container && _mode <= Mode.Text && ScanBlocks(text, ref at))
            {
                return true;
            }

            if (ScanBytes(text, ref at, Math.Min(text.Length, at + BlockSize)))
            {
                return true;
            }
        }

        return false;
    }

    private bool ScanText(ReadOnlySpan<byte> text, ref int at)
    {
        if (_mode == Mode.Plain && at < text.Length)
        {
            _mode = Mode.Text;
            at++;
        }

        while (at < text.Length)
        {
            if (_escaped)
            {
                _escaped = false;
                at++;
                continue;
            }

            int stop = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (stop < 0)
            {
                at = text.Length;
                return false;
            }

            at += stop + 1;
            if (text[at - 1] == '"')
            {
                return true;
            }

            _escaped = true;
        }

        return false;
    }

    /// <summary>Looks at single bytes.</summary>
    private bool ScanBytes(ReadOnlySpan<byte> text, ref int at, int end)
    {
        while (at < end)
        {
            byte value = text[at];
            if (_mode == Mode.Plain && _depth == 0 && EndsJunk(value))
            {
                return true;
            }

            at++;
            switch (_mode)
            {
                case Mode.Text or Mode.SingleQuoted when _escaped:
                    _escaped = false;
                    break;
                case Mode.Text or Mode.SingleQuoted when value == '\\':
                    _escaped = true;
                    break;
                case Mode.Text when value == '"':
                    _mode = Mode.Plain;
                    break;
                case Mode.SingleQuoted when value == '\'':
                    return true;
                case Mode.LineComment when value is (byte)'\n' or (byte)'\r':
                    _mode = Mode.Plain;
                    break;
                case Mode.BlockComment or Mode.BlockCommentStar:
                    _mode = value == '*' ? Mode.BlockCommentStar
                        : value == '/' && _mode == Mode.BlockCommentStar ? Mode.Plain
                        : Mode.BlockComment;
                    break;
                case Mode.Slash when value is (byte)'/' or (byte)'*':
                    _mode = value == '/' ? Mode.LineComment : Mode.BlockComment;
                    break;
                case Mode.Plain or Mode.Slash:
                    _mode = Mode.Plain;
                    if (TakePlain(value))
                    {
                        return true;
                    }

                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private bool EndsJunk(byte value) => _kind switch
    {
        JsonExtentKind.Junk => value is (byte)',' or (byte)']' or (byte)'}',
        JsonExtentKind.JunkBeforeContainer => value is (byte)',' or (byte)']' or (byte)'}' or (byte)'[' or (byte)'{',
        _ => false,
    };

    private bool TakePlain(byte value)
    {
        switch (value)
        {
            case (byte)'"' when _kind != JsonExtentKind.SingleQuoted:
                _mode = Mode.Text;
                return false;
            case (byte)'\'' when _kind == JsonExtentKind.SingleQuoted:
                _mode = Mode.SingleQuoted;
                return false;
            case (byte)'/' when _kind == JsonExtentKind.Container:
                _mode = Mode.Slash;
                return false;
            case (byte)'[' or (byte)']' or (byte)'{' or (byte)'}':
                return TakeBracket(value);
            default:
                return false;
        }
    }

    /// <summary>Takes a bracket outside of strings. True when it ends the container.</summary>
    private bool TakeBracket(byte bracket)
    {
        bool map = bracket >= '{';
        if (bracket is (byte)'[' or (byte)'{')
        {
            Push(map);
            return false;
        }

        if (IsMap(_depth - 1) is { } open && open != map)
        {
            if (_depth == 1)
            {
                SharesLastByte = _outerIsMap == map && _kind == JsonExtentKind.Container;
            }
            else if (IsMap(_depth - 2) == map)
            {
                _depth--;
            }
        }

        _depth--;
        return _depth == 0 && _kind == JsonExtentKind.Container;
    }

    private void Push(bool map)
    {
        if (_depth < MaxKinds)
        {
            int word = (int)(_depth >> 6);
            if (word == _maps.Length)
            {
                Array.Resize(ref _maps, _maps.Length * 2);
            }

            ulong bit = 1UL << (int)(_depth & 63);
            _maps[word] = map ? _maps[word] | bit : _maps[word] & ~bit;
        }

        _depth++;
    }

    private bool? IsMap(long level) => level < MaxKinds ? (_maps[(int)(level >> 6)] >> (int)(level & 63) & 1) != 0 : null;
}
