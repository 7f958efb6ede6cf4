namespace Conformance.Events.Versions;

/// <summary>Where a redaction names its target.</summary>
public enum RedactsPlace
{
    /// <summary>The field <c>redacts</c> of the event.</summary>
    Event,

    /// <summary>The field <c>redacts</c> of the event's content.</summary>
    Content,
}
