using Conformance.Events.Index;

namespace Conformance.Events;

/// <summary>What is known of the events of a run: the index, and counts. Written on commit, by one thread at a time.</summary>
internal sealed class EventLedger(long eventLimit = EventIndex.DefaultLimit)
{
    private readonly Dictionary<int, string> _members = [];

    /// <summary>The most events that are remembered, those too that others only name.</summary>
    public long EventLimit { get; } = eventLimit;

    /// <summary>Events whose servers chose their IDs, over all rooms. Where an ID is a hash, no other room can have it, and the room remembers it.</summary>
    public EventIndex Index { get; } = new(eventLimit);

    /// <summary>Events that rooms remember, those too that others only name.</summary>
    public long Remembered { get; set; }

    /// <summary>What was counted.</summary>
    public EventCounts Counts { get; } = new();

    /// <summary>Events that there was no room for.</summary>
    public long NotIndexed { get; set; }

    /// <summary>Remembers a member's name, so that places can be told.</summary>
    public void NoteMember(int ordinal, string member) => _members.TryAdd(ordinal, member);

    /// <summary>The name of a member.</summary>
    public string? MemberOf(EventPlace place) => _members.GetValueOrDefault(place.MemberOrdinal);
}
