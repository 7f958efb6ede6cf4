namespace Conformance.Events.Versions;

/// <summary>How an event names the events it follows and those that authorise it.</summary>
public enum EventReferenceForm
{
    /// <summary>Pairs of an event ID and an object of hashes (room versions 1 and 2).</summary>
    IdAndHash,

    /// <summary>Event IDs.</summary>
    Id,
}
