using System.Runtime.CompilerServices;

namespace Conformance.Rooms.Authorisation;

/// <summary>Up to six numbers of events, without repetition.</summary>
internal struct AuthEvidence : IEquatable<AuthEvidence>
{
    private const int Capacity = 6;

    private Slots _events;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>An event's number.</summary>
    public readonly int this[int index] => _events[index];

    /// <summary>Adds an event, if it is one and there is room.</summary>
    public void Add(int index)
    {
        if (index >= 0 && Count < Capacity && !((ReadOnlySpan<int>)_events)[..Count].Contains(index))
        {
            _events[Count++] = index;
        }
    }

    /// <inheritdoc />
    public readonly bool Equals(AuthEvidence other) =>
        ((ReadOnlySpan<int>)_events)[..Count].SequenceEqual(((ReadOnlySpan<int>)other._events)[..other.Count]);

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is AuthEvidence other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, _events[0], _events[Count - 1]);

    [InlineArray(Capacity)]
    private struct Slots
    {
        private int _first;
    }
}
