using System.Numerics;
using System.Runtime.CompilerServices;
using Conformance.Events.Index;

namespace Conformance.Rooms.Store;

/// <content>Where events are kept: in chunks, so that a room grows without being copied.</content>
internal sealed partial class RoomEvents
{
    private const int RowBits = 12;
    private const int RowsInChunk = 1 << RowBits;
    private const int ReferenceBits = 16;
    private const int ReferencesInChunk = 1 << ReferenceBits;

    private Dictionary<int, int>? _textIds;
    private RoomEventRow[][] _rows = [new RoomEventRow[4]];
    private int[][] _references = [new int[16]];
    private int _referenceCount;
    private int[] _table = new int[8];

    /// <summary>Bytes that rows, references and the table of IDs take; texts and facts come on top.</summary>
    public long Bytes => (_rows.Sum(chunk => (long)chunk.Length) * Unsafe.SizeOf<RoomEventRow>()) + ((_references.Sum(chunk => (long)chunk.Length) + _table.Length) * sizeof(int));

    private ref RoomEventRow Row(int index) => ref _rows[index >> RowBits][index & (RowsInChunk - 1)];

    private Span<int> References(ref readonly RoomEventRow row) =>
        _references[row.References >>> ReferenceBits].AsSpan(row.References & (ReferencesInChunk - 1), row.PrevCount + row.AuthCount);

    /// <summary>Finds room for references of one event, next to each other.</summary>
    private int ReserveReferences(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        int last = _references.Length - 1;
        int free = ReferencesInChunk - _referenceCount;
        if (count > free)
        {
            // An event names twice as many at most as a chunk holds: such a list gets a chunk of its own, and the next begins another.
            Array.Resize(ref _references, ++last + 1);
            _references[last] = new int[Math.Max(count, ReferencesInChunk)];
            _referenceCount = 0;
        }
        else if (_references[last].Length - _referenceCount < count)
        {
            Array.Resize(ref _references[last], Math.Min(ReferencesInChunk, Math.Max(_referenceCount + count, _references[last].Length * 2)));
        }

        int start = last << ReferenceBits | _referenceCount;
        _referenceCount = Math.Min(ReferencesInChunk, _referenceCount + count);
        return start;
    }

    /// <summary>The number of an event, which is given one when it has none.</summary>
    private int Handle(in EventKey key, bool isHash, ReadOnlySpan<byte> textId)
    {
        int place = PlaceOf(key);
        if (_table[place] != 0)
        {
            return _table[place] - 1;
        }

        int index = Count++;
        ref RoomEventRow row = ref NewRow(index);
        row.Key = key;
        row.Slot = -1;
        row.Type = -1;
        row.Sender = -1;
        if (!isHash)
        {
            row.Flags = RoomEventFlags.TextId;
            (_textIds ??= [])[index] = Texts.Add(textId);
        }

        _table[place] = Count;
        if (Count > _table.Length / 4 * 3)
        {
            GrowTable();
        }

        return index;
    }

    private ref RoomEventRow NewRow(int index)
    {
        int chunk = index >> RowBits;
        if (chunk == _rows.Length)
        {
            Array.Resize(ref _rows, chunk + 1);
            _rows[chunk] = new RoomEventRow[RowsInChunk];
        }
        else if (index == _rows[chunk].Length)
        {
            // Only the first chunk of a room begins small.
            Array.Resize(ref _rows[chunk], Math.Min(RowsInChunk, index * 2));
        }

        return ref Row(index);
    }

    private int PlaceOf(in EventKey key)
    {
        int mask = _table.Length - 1;
        int place = (int)(Texts.Fingerprint.Spread(key.A) & (ulong)mask);
        while (_table[place] != 0 && !Row(_table[place] - 1).Key.Is(key))
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void GrowTable()
    {
        _table = new int[BitOperations.RoundUpToPowerOf2((uint)_table.Length * 2)];
        for (int index = 0; index < Count; index++)
        {
            _table[PlaceOf(Row(index).Key)] = index + 1;
        }
    }
}
