namespace Conformance.Rooms.Inspection;

/// <summary>A place beyond which a room's state isn't known.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Event">The event that isn't here, or of which nothing can be said.</param>
/// <param name="Follower">An event that follows it; -1 when it is the one that was asked for.</param>
internal readonly record struct KnowledgeEnd(KnowledgeEndKind Kind, int Event, int Follower);
