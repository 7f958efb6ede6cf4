using System.Numerics;
using Conformance.Events.Index;

namespace Conformance.Rooms.Store;

/// <summary>
/// Texts as small numbers: user IDs, types, state keys. Numbers go up from 0 in the order in which texts come. Costs a text's
/// length and about 20 bytes. One thread at a time.
/// </summary>
internal sealed class TextTable
{
    private const int ChunkBytes = 1 << 16;

    private readonly List<byte[]> _chunks = [];
    private (int Chunk, int Start, int Length)[] _texts = new (int, int, int)[16];
    private int[] _table = new int[32];
    private int _used = ChunkBytes;

    /// <summary>Makes digests of texts; safe on any thread.</summary>
    public Fingerprint Fingerprint { get; } = new();

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>A text in UTF-8.</summary>
    public ReadOnlySpan<byte> this[int text]
    {
        get
        {
            (int chunk, int start, int length) = _texts[text];
            return _chunks[chunk].AsSpan(start, length);
        }
    }

    /// <summary>The number of a text, or -1 when it isn't there.</summary>
    public int Find(ReadOnlySpan<byte> utf8) => _table[SlotOf(utf8)] - 1;

    /// <summary>The number of a text, which is added when it isn't there.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        int slot = SlotOf(utf8);
        if (_table[slot] != 0)
        {
            return _table[slot] - 1;
        }

        if (Count == _texts.Length)
        {
            Array.Resize(ref _texts, Count * 2);
        }

        _texts[Count] = Keep(utf8);
        _table[slot] = ++Count;
        if (Count * 2 > _table.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private (int Chunk, int Start, int Length) Keep(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > ChunkBytes / 4)
        {
            // A chunk of its own, before the one that is being filled.
            _chunks.Add(utf8.ToArray());
            _used = ChunkBytes;
            return (_chunks.Count - 1, 0, utf8.Length);
        }

        if (_chunks.Count == 0 || _used + utf8.Length > ChunkBytes)
        {
            _chunks.Add(new byte[ChunkBytes]);
            _used = 0;
        }

        utf8.CopyTo(_chunks[^1].AsSpan(_used));
        _used += utf8.Length;
        return (_chunks.Count - 1, _used - utf8.Length, utf8.Length);
    }

    private int SlotOf(ReadOnlySpan<byte> utf8)
    {
        int mask = _table.Length - 1;
        int slot = (int)(Fingerprint.Of(utf8) & (ulong)mask);
        while (_table[slot] != 0 && !this[_table[slot] - 1].SequenceEqual(utf8))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _table = new int[BitOperations.RoundUpToPowerOf2((uint)_table.Length * 2)];
        for (int text = 0; text < Count; text++)
        {
            _table[SlotOf(this[text])] = text + 1;
        }
    }
}
