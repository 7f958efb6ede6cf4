using System.Runtime.CompilerServices;

namespace Conformance.Documents.Json;

/// <content>How values, maps and arrays get onto the tape.</content>
internal ref partial struct JsonParser
{
    private int Open(int at, NodeKind kind)
    {
        if (_depth == _maxDepth)
        {
            Fault(FaultKind.TooDeep, at, _document.NodeCount, _maxDepth);
            int end = SkipContainer(at);
            Add(NodeKind.Null, NodeFlags.Incomplete, at, end - at);
            Complete();
            return end;
        }

        int index = Add(kind, NodeFlags.None, at, 0);
        _document.Record(index).Next = _container;
        _container = index;
        _map = kind == NodeKind.Map;
        _depth++;
        _opened = true;
        return at + 1;
    }

    /// <summary>Closes the innermost map or array, the last byte of which lies before an offset.</summary>
    private int Close(int end)
    {
        int index = _container;
        ref NodeRecord record = ref _document.Record(index);
        record.Length = end - record.Start;
        record.Value = 0;
        int outer = record.Next;
        record.Next = _document.NodeCount;
        if (_map && record.Count > MaxComparedNames)
        {
            DuplicateNames.Check(_document, index, MaxComparedNames);
        }

        _container = outer;
        _map = outer >= 0 && _document.Record(outer).Kind == NodeKind.Map;
        _depth--;
        Complete();
        return end;
    }

    /// <summary>Counts a value in the map or array around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Complete()
    {
        _opened = false;
        if (_container >= 0)
        {
            _document.Record(_container).Count++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Add(NodeKind kind, NodeFlags flags, int start, int length, long value = 0)
    {
        int index = _document.Append();
        ref NodeRecord record = ref _document.Record(index);
        record.Start = start;
        record.Length = length;
        record.Next = index + 1;
        record.Count = 0;
        record.Value = value;
        record.Kind = kind;
        record.Flags = flags;
        return index;
    }

    /// <summary>Closes everything that is open, as incomplete.</summary>
    private void CloseAll(int end)
    {
        while (_container >= 0)
        {
            _document.Record(_container).Flags |= NodeFlags.Incomplete;
            Close(end);
        }
    }

    /// <summary>Stands for a value that is missing.</summary>
    private readonly int AddMissing(int at) => Add(NodeKind.Null, NodeFlags.Incomplete, at, 0);

    /// <summary>Stands for a value that can't be read.</summary>
    private readonly int AddMissing(int start, int end) => Add(NodeKind.Null, NodeFlags.Incomplete, start, end - start);
}
