namespace Conformance.Events.Versions;

/// <summary>Where an event's ID comes from, and its form.</summary>
public enum EventIdForm
{
    /// <summary>The field <c>event_id</c>: <c>$opaque:server</c>.</summary>
    Field,

    /// <summary>The reference hash in standard unpadded Base64, after <c>$</c>.</summary>
    HashStandardBase64,

    /// <summary>The reference hash in URL-safe unpadded Base64, after <c>$</c>.</summary>
    HashUrlSafeBase64,
}
