namespace Conformance.Rooms.Inspection;

/// <summary>What is asked of a room's state.</summary>
internal sealed record StateQuestion
{
    /// <summary>The event at which; -1 for the room's forward extremities.</summary>
    public int Event { get; init; } = -1;

    /// <summary>Whether the state after the event is meant, and not that before it.</summary>
    public bool After { get; init; }

    /// <summary>Only events of this type; null for all.</summary>
    public string? Type { get; init; }

    /// <summary>Only the membership of this user; null for all.</summary>
    public string? User { get; init; }

    /// <summary>Whether to tell how the state came about.</summary>
    public bool Explain { get; init; }

    /// <summary>The most meetings of states that are told in full, the latest first.</summary>
    public int MaxMeetings { get; init; } = 50;
}
