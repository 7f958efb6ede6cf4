using Conformance.Documents;

namespace Conformance.Comparison;

/// <summary>What the events of each room add up to, whatever their order: rooms that add up to the same hold the same events.</summary>
internal sealed class RoomTallies
{
    private readonly Dictionary<byte[], (ulong Sum, long Count)> _rooms = new(Utf8Comparer.Instance);

    /// <summary>The rooms, with the sum of their events and how many there are.</summary>
    public IReadOnlyDictionary<byte[], (ulong Sum, long Count)> Rooms => _rooms;

    /// <summary>Adds an event to a room.</summary>
    public void Add(byte[] room, FactKey key, FactValue value)
    {
        (ulong sum, long count) = _rooms.GetValueOrDefault(room);
        _rooms[room] = (sum + key.Low + value.Body, count + 1);
    }
}
