using Conformance.Events.Index;

namespace Conformance.Rooms.Store;

/// <summary>
/// The pairs of type and state key that a room's events have, as small numbers going up from 0, so that a state of the room is a
/// map from number to number. One thread at a time.
/// </summary>
/// <param name="fingerprint">Makes digests.</param>
internal sealed class StateSlots(Fingerprint fingerprint)
{
    private (int Type, int StateKey)[] _pairs = new (int, int)[4];
    private int[] _table = new int[8];

    /// <summary>How many pairs there are.</summary>
    public int Count { get; private set; }

    /// <summary>Type and state key of a slot, as numbers of a <see cref="TextTable"/>.</summary>
    public (int Type, int StateKey) this[int slot] => _pairs[slot];

    /// <summary>The slot of a pair, or -1 when there is none.</summary>
    public int Find(int type, int stateKey) => _table[PlaceOf(type, stateKey)] - 1;

    /// <summary>The slot of a pair, which is added when there is none.</summary>
    public int Add(int type, int stateKey)
    {
        int place = PlaceOf(type, stateKey);
        if (_table[place] != 0)
        {
            return _table[place] - 1;
        }

        if (Count == _pairs.Length)
        {
            Array.Resize(ref _pairs, Count * 2);
        }

        _pairs[Count] = (type, stateKey);
        _table[place] = ++Count;
        if (Count * 2 > _table.Length)
        {
            _table = new int[_table.Length * 2];
            for (int slot = 0; slot < Count; slot++)
            {
                _table[PlaceOf(_pairs[slot].Type, _pairs[slot].StateKey)] = slot + 1;
            }
        }

        return Count - 1;
    }

    private int PlaceOf(int type, int stateKey)
    {
        int mask = _table.Length - 1;
        int place = (int)(fingerprint.Spread((ulong)(uint)type << 32 | (uint)stateKey) & (ulong)mask);
        while (_table[place] != 0 && _pairs[_table[place] - 1] != (type, stateKey))
        {
            place = (place + 1) & mask;
        }

        return place;
    }
}
