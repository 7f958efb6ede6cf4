using Conformance.Events.Index;

namespace Conformance.Events;

/// <summary>What is known of the events of a run: the index, and counts. Written on commit, by one thread at a time.</summary>
internal sealed class EventLedger(long eventLimit = EventIndex.DefaultLimit)
{
    private readonly Dictionary<int, string> _members = [];

    /// <summary>All events by ID.</summary>
    public EventIndex Index { get; } = new(eventLimit);

    /// <summary>What was counted.</summary>
    public EventCounts Counts { get; } = new();

    /// <summary>Events that the index had no room for.</summary>
    public long NotIndexed { get; set; }

    /// <summary>Remembers a member's name, so that places can be told.</summary>
    public void NoteMember(int ordinal, string member) => _members.TryAdd(ordinal, member);

    /// <summary>The name of a member.</summary>
    public string? MemberOf(EventPlace place) => _members.GetValueOrDefault(place.MemberOrdinal);
}
