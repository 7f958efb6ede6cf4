using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Conformance.Documents.Json;

/// <summary>
/// One reading of JSON text into a document. Open maps and arrays form a stack on the tape itself: while one is open, its
/// <see cref="NodeRecord.Next"/> is the index of the one around it, and the <see cref="NodeRecord.Value"/> of a map is a
/// filter of the names met.
/// </summary>
internal ref partial struct JsonParser
{
    /// <summary>More nodes than one turn of the loop makes.</summary>
    private const int MaxNodesOfItem = 4;

    private readonly Document _document;
    private readonly ReadOnlySpan<byte> _source;
    private readonly int _maxDepth;
    private readonly bool _validUtf8;

    /// <summary>The innermost open map or array, or -1.</summary>
    private int _container = -1;

    private int _depth;

    /// <summary>Whether <see cref="_container"/> is a map.</summary>
    private bool _map;

    /// <summary>Whether the last value read was the opening bracket of <see cref="_container"/>.</summary>
    private bool _opened;

    /// <summary>Whether the input ends inside of a scalar value.</summary>
    private bool _cut;

    /// <summary>Whether a quotation mark was met on the way past junk that no other closes.</summary>
    private bool _loneQuote;

    public JsonParser(Document document, int maxDepth)
    {
        _document = document;
        _source = document.Source.Span;
        _maxDepth = maxDepth;
        _validUtf8 = Utf8.IsValid(_source);
    }

    /// <summary>Reads the text.</summary>
    public void Run()
    {
        // What has bytes before it is part of a text, which was asked for its encoding there.
        bool atFront = _document.BaseOffset == 0;
        if (atFront && JsonBytes.IsWide(_source))
        {
            Fault(FaultKind.JsonNotUtf8, 0);
            return;
        }

        int start = 0;
        if (atFront && _source.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            Fault(FaultKind.JsonByteOrderMark, 0);
            start = 3;
        }

        int at = FindRoot(start);
        if (at < 0)
        {
            return;
        }

        at = ReadValue(at);
        while (_container >= 0)
        {
            if (_document.NodeCount > Document.MaxNodes - MaxNodesOfItem)
            {
                Fault(FaultKind.TooManyNodes, at, _container, Document.MaxNodes);
                CloseAll(at);
                return;
            }

            at = _opened ? ReadItem(at, -1) : ReadNext(at);
        }

        Finish(at);
    }

    private readonly void Fault(FaultKind kind, int offset, int node = -1, long detail = 0, string? text = null) =>
        _document.AddFault(kind, offset, node, detail, text);

    /// <summary>Where the outermost value begins, or -1 when there is none.</summary>
    private int FindRoot(int start)
    {
        int at = SkipSpace(start);
        if (at == _source.Length)
        {
            Fault(FaultKind.Empty, start);
            return -1;
        }

        if (JsonBytes.StartsRoot(_source[at]))
        {
            return at;
        }

        Fault(FaultKind.JsonUnexpectedByte, at, detail: _source[at]);
        at = SkipStray(at);
        return at < _source.Length && StartsValue(at) ? at : -1;
    }

    /// <summary>Looks at what follows the outermost value.</summary>
    private void Finish(int at)
    {
        if (_cut && !_document.FaultKinds.Contains(FaultKind.UnexpectedEnd))
        {
            Fault(FaultKind.UnexpectedEnd, _source.Length, 0);
            return;
        }

        at = SkipSpace(at);
        bool unreadable = _document.Record(0).Kind == NodeKind.Null && (_document.Record(0).Flags & NodeFlags.Incomplete) != 0;
        if (at < _source.Length && !unreadable)
        {
            Fault(FaultKind.TrailingBytes, at, detail: _source.Length - at);
        }
    }

    /// <summary>Reads what follows a value in an array or map: a comma and the next item, or the closing bracket.</summary>
    private int ReadNext(int at)
    {
        at = SkipSpace(at);
        if (at == _source.Length)
        {
            return End();
        }

        byte value = _source[at];
        if (value == ',')
        {
            return ReadItem(at + 1, at);
        }

        return value == (_map ? '}' : ']') ? Close(at + 1) : RecoverAfterValue(at);
    }

    /// <summary>Reads an element or a member, or closes.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="comma">The comma before it; -1 when there is none that could be one too many.</param>
    private int ReadItem(int at, int comma)
    {
        at = SkipSpace(at);
        if (at == _source.Length)
        {
            return End();
        }

        byte value = _source[at];
        if (_map)
        {
            return value == '"' ? ReadMember(at) : RecoverInItem(at, comma);
        }

        return value is (byte)',' or (byte)']' or (byte)'}' ? RecoverInItem(at, comma) : ReadValue(at);
    }

    private int ReadMember(int at)
    {
        int name = _document.NodeCount;
        at = ReadText(at, (byte)'"');
        CheckName(name);
        at = SkipSpace(at);
        if (at < _source.Length && _source[at] == ':')
        {
            return ReadMemberValue(at + 1, name, blamed: false);
        }

        return RecoverAfterName(at, name, blamed: false);
    }

    /// <summary>Reads the value of a member.</summary>
    /// <param name="at">Just after the colon.</param>
    /// <param name="name">The node of the name.</param>
    /// <param name="blamed">Whether a fault of this member was reported that explains the rest.</param>
    private int ReadMemberValue(int at, int name, bool blamed)
    {
        at = SkipSpace(at);
        if (at < _source.Length && _source[at] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)':'))
        {
            return ReadValue(at);
        }

        return RecoverInValue(at, name, blamed);
    }

    /// <summary>Reads a scalar value, or the opening bracket of an array or map.</summary>
    private int ReadValue(int at)
    {
        switch (_source[at])
        {
            case (byte)'"':
                at = ReadText(at, (byte)'"');
                break;
            case (byte)'{':
                return Open(at, NodeKind.Map);
            case (byte)'[':
                return Open(at, NodeKind.Array);
            case (byte)'t' when IsLiteral(at, "true"u8):
                Add(NodeKind.True, NodeFlags.None, at, 4);
                at += 4;
                break;
            case (byte)'f' when IsLiteral(at, "false"u8):
                Add(NodeKind.False, NodeFlags.None, at, 5);
                at += 5;
                break;
            case (byte)'n' when IsLiteral(at, "null"u8):
                Add(NodeKind.Null, NodeFlags.None, at, 4);
                at += 4;
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                at = ReadNumber(at);
                break;
            default:
                int value = at;
                at = ReadOddValue(at);
                if (at < 0)
                {
                    return ReadValue(SkipStray(value));
                }

                break;
        }

        Complete();
        return at;
    }

    private readonly bool IsLiteral(int at, ReadOnlySpan<byte> literal) =>
        _source[at..].StartsWith(literal)
        && (at + literal.Length == _source.Length || !JsonBytes.IsToken(_source[at + literal.Length]));

    /// <summary>The first byte at or after an offset that is neither white space nor part of a comment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SkipSpace(int at) =>
        (uint)at < (uint)_source.Length && _source[at] > ' ' && _source[at] != '/' ? at : SkipSpaceAndComments(at);
}
