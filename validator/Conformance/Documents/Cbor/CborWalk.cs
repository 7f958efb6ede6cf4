namespace Conformance.Documents.Cbor;

/// <summary>
/// One reading of one document, item by item. The tape serves as the stack: while a container is open, its record keeps the index
/// of the container around it in <see cref="NodeRecord.Next"/>, and when another is opened in it, what is left of it in
/// <see cref="NodeRecord.Value"/> and how many items it had in <see cref="NodeRecord.Count"/>.
/// </summary>
internal ref partial struct CborWalk
{
    private readonly Document _document;
    private readonly ReadOnlySpan<byte> _source;
    private readonly int _maxDepth;

    private int _position;
    private int _container = -1;
    private int _depth;

    // Items of the open container: still to come (-1 when its length is indefinite) and met, keys and values counted apiece.
    private long _left = 1;
    private int _items;
    private bool _isMap;

    private bool _countBeyondInput;

    // Made for the first container that is nested too deep.
    private CborSkipper? _skipper;

    public CborWalk(Document document, int maxDepth)
    {
        _document = document;
        _source = document.Source.Span;
        _maxDepth = maxDepth;
    }

    /// <summary>Reads all there is.</summary>
    public void Run()
    {
        if (_source.IsEmpty)
        {
            _document.AddFault(FaultKind.Empty, 0);
            return;
        }

        while (true)
        {
            if (_left == 0)
            {
                if (_container < 0)
                {
                    break;
                }

                Close();
            }
            else if (!TryReadItem())
            {
                Abandon();
                return;
            }
        }

        if (_position < _source.Length)
        {
            _document.AddFault(FaultKind.TrailingBytes, _position, detail: _source.Length - _position);
        }
    }

    /// <summary>Reads one item, or only the start of a container. False when reading can't go on; the fault is noted then.</summary>
    private bool TryReadItem()
    {
        int start = _position;
        if ((uint)start >= (uint)_source.Length)
        {
            return End(_container);
        }

        if (_document.NodeCount >= Document.MaxNodes)
        {
            _document.AddFault(FaultKind.TooManyNodes, start, _container, Document.MaxNodes);
            return false;
        }

        byte initial = _source[start];

        // Most items of events are text of up to 23 bytes.
        int shortText = initial - (CborHead.Text << 5);
        if ((uint)shortText < 24 && shortText < _source.Length - start)
        {
            AddText(start, start, start + 1, shortText);
            return true;
        }

        return initial == CborHead.Break && _left < 0 ? EndContainer(start) : TryReadAny(start, initial);
    }

    private bool TryReadAny(int start, byte initial)
    {
        int head = start;
        ulong tag = ulong.MaxValue;
        if (initial >> 5 == CborHead.Tag)
        {
            if (!TryPassTags(ref head, out tag))
            {
                NoteHeads(start, head, _container);
                return false;
            }

            initial = _source[head];
        }

        if (!TryReadHead(head, initial, out int content, out ulong argument))
        {
            NoteHeads(start, head, _container);
            return false;
        }

        switch (initial >> 5)
        {
            case CborHead.Unsigned:
                AddInteger(start, head, content, argument, negative: false);
                return true;
            case CborHead.Negative:
                AddInteger(start, head, content, argument, negative: true);
                return true;
            case CborHead.Bytes:
            case CborHead.Text:
                return TryAddString(start, head, content, argument, tag);
            case CborHead.Array:
            case CborHead.Map:
                return TryOpen(start, head, content, argument);
            default:
                AddSimple(start, head, content, argument);
                return true;
        }
    }

    /// <summary>Appends a node and counts it in its container. All of its record is set; the caller changes what differs.</summary>
    private ref NodeRecord Add(int start, int end, NodeKind kind, out int node)
    {
        node = _document.Append();
        ref NodeRecord record = ref _document.Record(node);
        record.Start = start;
        record.Length = end - start;
        record.Next = node + 1;
        record.Count = 0;
        record.Value = 0;
        record.Kind = kind;
        record.Flags = NodeFlags.None;
        if (_isMap && kind != NodeKind.Text && (_items & 1) == 0)
        {
            _document.AddFault(FaultKind.CborKeyNotText, start, node);
        }

        _items++;
        _left -= _left > 0 ? 1 : 0;
        _position = end;
        return ref record;
    }

    private bool TryOpen(int start, int head, int content, ulong argument)
    {
        bool isMap = _source[head] >> 5 == CborHead.Map;
        bool indefinite = (_source[head] & 31) == CborHead.Indefinite;
        ref NodeRecord record = ref Add(start, content, isMap ? NodeKind.Map : NodeKind.Array, out int node);
        record.Flags = head == start ? NodeFlags.None : NodeFlags.Tagged;
        NoteHead(start, head, content, node);
        if (indefinite)
        {
            _document.AddFault(FaultKind.CborIndefinite, head, node);
        }

        long items = indefinite ? -1 : (long)Math.Min(argument, long.MaxValue / 2) << (isMap ? 1 : 0);
        if (items > _source.Length - content && !_countBeyondInput)
        {
            _countBeyondInput = true;
            _document.AddFault(FaultKind.CborCountBeyondInput, head, node, (long)Math.Min(argument, long.MaxValue));
        }

        if (_depth >= _maxDepth)
        {
            return PassOver(ref record, node, head);
        }

        if (_container >= 0)
        {
            ref NodeRecord around = ref _document.Record(_container);
            around.Value = _left;
            around.Count = _items;
        }

        record.Next = _container;
        _container = node;
        _left = items;
        _items = 0;
        _isMap = isMap;
        _depth++;
        return true;
    }

    private bool EndContainer(int offset)
    {
        if (_isMap && (_items & 1) != 0)
        {
            _document.AddFault(FaultKind.CborOddMap, offset, _container);
        }

        _position = offset + 1;
        _left = 0;
        return true;
    }

    private void Close()
    {
        int node = _container;
        if (_isMap && (_items & 1) != 0)
        {
            // A key without its value: like the JSON reader, put a null in its place that says so.
            Add(_position, _position, NodeKind.Null, out _).Flags = NodeFlags.Incomplete;
            _document.Record(node).Flags |= NodeFlags.Incomplete;
        }

        ref NodeRecord record = ref _document.Record(node);
        _container = record.Next;
        record.Next = _document.NodeCount;
        record.Length = _position - record.Start;
        record.Count = _isMap ? _items >> 1 : _items;
        record.Value = 0;
        if (_isMap && _items >= 4)
        {
            CompareNames(node);
        }

        _depth--;
        if (_container < 0)
        {
            _left = 0;
            return;
        }

        ref NodeRecord around = ref _document.Record(_container);
        _left = around.Value;
        _items = around.Count;
        _isMap = around.Kind == NodeKind.Map;
    }

    /// <summary>Closes all containers where they are.</summary>
    private void Abandon()
    {
        while (_container >= 0)
        {
            _document.Record(_container).Flags |= NodeFlags.Incomplete;
            Close();
        }
    }

    /// <summary>Goes past a container that is nested too deep.</summary>
    private bool PassOver(ref NodeRecord record, int node, int head)
    {
        _document.AddFault(FaultKind.TooDeep, head, node, _maxDepth);
        record.Flags |= NodeFlags.Incomplete;
        _skipper ??= new CborSkipper();
        _skipper.Start();
        int at = head;
        CborSkip outcome = _skipper.Skip(_source, ref at);
        record.Length = at - record.Start;
        _position = at;
        switch (outcome)
        {
            case CborSkip.Done:
                return true;
            case CborSkip.MoreInput:
                return End(node, _skipper.Pending);
            default:
                if (_skipper.Fault != FaultKind.TooDeep)
                {
                    _document.AddFault(_skipper.Fault, at, node, _source[at]);
                }

                return false;
        }
    }

    /// <summary>Notes that the input has ended, unless it was said before. Returns false.</summary>
    private bool End(int node, long expected = 0)
    {
        _position = _source.Length;
        if (!_countBeyondInput)
        {
            _document.AddFault(FaultKind.UnexpectedEnd, _source.Length, node, expected);
        }

        return false;
    }
}
