namespace Conformance.Rooms.Inspection;

/// <summary>Why a room's state isn't known from an event on.</summary>
internal enum KnowledgeEndKind
{
    /// <summary>The event isn't here.</summary>
    Missing,

    /// <summary>The event is here, but lacks what rules need.</summary>
    Malformed,

    /// <summary>The event is here, but whether it counts can't be said.</summary>
    Undetermined,

    /// <summary>The event comes before itself.</summary>
    Circular,

    /// <summary>The states before the event are known, but not what they come to: whether an event counts that is to decide can't be said.</summary>
    Unresolved,
}
