using Conformance.Rooms.Resolution;

namespace Conformance.Rooms.Inspection;

/// <summary>The state of a room at a point, or why it isn't known. Events by number.</summary>
/// <param name="Room">The room.</param>
/// <param name="Question">What was asked.</param>
/// <param name="At">The event, or the forward extremities, by ID.</param>
/// <param name="Map">The state; null when it isn't known.</param>
internal sealed record StateAnswer(RoomInspection Room, StateQuestion Question, IReadOnlyList<int> At, StateMap? Map)
{
    /// <summary>What of the state was asked for, ordered by type and state key; empty when it isn't known.</summary>
    public IReadOnlyList<int> State { get; init; } = [];

    /// <summary>Events at which knowledge ends, as far as listed; none when the state is known.</summary>
    public IReadOnlyList<KnowledgeEnd> Ends { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int EndCount { get; init; }

    /// <summary>The membership that was asked for; null when none was, or when the state isn't known.</summary>
    public MembershipAnswer? Member { get; init; }

    /// <summary>How it came about, when that was asked for.</summary>
    public StateExplanation? Explanation { get; init; }
}
