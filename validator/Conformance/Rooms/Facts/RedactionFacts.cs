namespace Conformance.Rooms.Facts;

/// <summary>What rules of room versions 1 and 2 read of a redaction.</summary>
/// <param name="Target">The ID of the event that is redacted, as a number of the room's texts.</param>
internal sealed record RedactionFacts(int Target);
