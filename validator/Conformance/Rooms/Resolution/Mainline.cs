using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>Positions of events on the mainline of a power levels event (Matrix specification, State resolution, Mainline ordering).</summary>
internal sealed class Mainline
{
    /// <summary>The position of events that are based on no event of the mainline.</summary>
    public const long None = long.MaxValue;

    private readonly RoomEvents _room;
    private readonly Dictionary<int, long> _positions = [];
    private readonly List<int> _way = [];

    /// <summary>The mainline of an event.</summary>
    /// <param name="room">The room.</param>
    /// <param name="powerLevels">The event; -1 for an empty mainline.</param>
    public Mainline(RoomEvents room, int powerLevels)
    {
        _room = room;
        for (int at = powerLevels; at >= 0 && _positions.TryAdd(at, _positions.Count);)
        {
            at = PowerLevelsOf(room, at);
        }
    }

    /// <summary>The power levels event among an event's auth events; -1 when there is none.</summary>
    public static int PowerLevelsOf(RoomEvents room, int index)
    {
        foreach (int auth in room.AuthEvents(index))
        {
            if (room.SlotOf(auth) == room.PowerLevelsSlot && room.IsUsable(auth))
            {
                return auth;
            }
        }

        return -1;
    }

    /// <summary>The position of an event.</summary>
    public long PositionOf(int index)
    {
        _way.Clear();
        int at = PowerLevelsOf(_room, index);
        long position;
        while (true)
        {
            if (at < 0)
            {
                position = None;
                break;
            }

            if (_positions.TryGetValue(at, out position))
            {
                break;
            }

            // An entry at once, so that a circle ends the walk.
            _positions[at] = None;
            _way.Add(at);
            at = PowerLevelsOf(_room, at);
        }

        foreach (int passed in _way)
        {
            _positions[passed] = position;
        }

        return position;
    }
}
