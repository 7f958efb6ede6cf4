using System.Collections;
using System.Numerics;

namespace Conformance.Profiles.Federation;

/// <summary>Some of a room's events: a bit for each, so that sets of a hundred thousand cost little. Goes through them by their numbers.</summary>
/// <param name="capacity">How many events the room has; no other may be added.</param>
internal sealed class EventSet(int capacity) : IEnumerable<int>
{
    private readonly ulong[] _bits = new ulong[(capacity + 63) / 64];

    /// <summary>How many events are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an event.</summary>
    /// <returns>Whether it wasn't there.</returns>
    public bool Add(int index)
    {
        ref ulong word = ref _bits[index >> 6];
        ulong bit = 1UL << index;
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        Count++;
        return true;
    }

    /// <summary>Whether an event is there; false for what is no event's number.</summary>
    public bool Contains(int index) => (uint)index < (uint)(_bits.Length << 6) && (_bits[index >> 6] & (1UL << index)) != 0;

    /// <summary>Takes events away.</summary>
    /// <param name="other">Events of the same room.</param>
    public void Remove(EventSet other)
    {
        Count = 0;
        for (int i = 0; i < _bits.Length; i++)
        {
            _bits[i] &= ~other._bits[i];
            Count += BitOperations.PopCount(_bits[i]);
        }
    }

    /// <inheritdoc />
    public IEnumerator<int> GetEnumerator()
    {
        for (int i = 0; i < _bits.Length; i++)
        {
            for (ulong word = _bits[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
