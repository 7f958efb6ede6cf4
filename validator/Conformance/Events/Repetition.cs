using Conformance.Findings;

namespace Conformance.Events;

/// <summary>An event that was there before.</summary>
/// <param name="Batch">The batch that holds the later copy.</param>
/// <param name="Record">The later copy.</param>
/// <param name="FirstMember">The member that holds the first copy.</param>
/// <param name="FirstOffset">Its offset there.</param>
/// <param name="EventId">The event's ID, safe to print.</param>
internal readonly record struct Repetition(EventBatch Batch, EventRecord Record, string? FirstMember, long FirstOffset, string EventId)
{
    /// <summary>Where the later copy stands.</summary>
    public Location Location => new(
        Batch.Member,
        Record.Offset,
        EventBatch.PointerOf(Record.Room, Record.Position),
        Record.Room.Key is null ? null : Quoting.Safe(Record.Room.Key),
        EventId);
}
