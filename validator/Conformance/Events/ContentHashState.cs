namespace Conformance.Events;

/// <summary>How an event's content hash and its content go together.</summary>
internal enum ContentHashState : byte
{
    /// <summary>Not compared: no readable hash, or no canonical form.</summary>
    Unknown,

    /// <summary>They fit.</summary>
    Fits,

    /// <summary>They differ, and the event is what a redaction leaves of one.</summary>
    RedactedCopy,

    /// <summary>They differ, and the event holds what a redaction would take away.</summary>
    Differs,
}
