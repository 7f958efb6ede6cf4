namespace Conformance.Rooms.Resolution;

/// <summary>How a resolution came about, for those who want to see it. Events by number.</summary>
internal sealed class ResolutionTrace
{
    /// <summary>The slots about which the states disagree, in order of numbers.</summary>
    public List<int> ConflictedSlots { get; } = [];

    /// <summary>The events in these slots, ordered by event ID.</summary>
    public List<int> ConflictedEvents { get; } = [];

    /// <summary>The auth difference, ordered by event ID.</summary>
    public List<int> AuthDifference { get; } = [];

    /// <summary>The conflicted state subgraph beyond the conflicted events, ordered by event ID.</summary>
    public List<int> Subgraph { get; } = [];

    /// <summary>Each check of an event, in order.</summary>
    public List<ResolutionCheck> Checks { get; } = [];

    /// <summary>Each conflicted slot and the event that it has in the end; -1 for none.</summary>
    public List<(int Slot, int Event)> Winners { get; } = [];
}
