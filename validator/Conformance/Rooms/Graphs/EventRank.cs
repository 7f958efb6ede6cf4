using Conformance.Events.Index;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Graphs;

/// <summary>An order of events that depends on nothing but them: by depth, time and ID.</summary>
internal readonly record struct EventRank(long Depth, long Time, ulong A, ulong B) : IComparable<EventRank>
{
    public static EventRank Of(RoomEvents room, int index)
    {
        EventKey key = room.KeyOf(index);
        return new EventRank(room.DepthOf(index), room.TimeOf(index), key.A, key.B);
    }

    public int CompareTo(EventRank other)
    {
        int order = Depth.CompareTo(other.Depth);
        order = order != 0 ? order : Time.CompareTo(other.Time);
        order = order != 0 ? order : A.CompareTo(other.A);
        return order != 0 ? order : B.CompareTo(other.B);
    }
}
