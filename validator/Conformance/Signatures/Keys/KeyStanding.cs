namespace Conformance.Signatures.Keys;

/// <summary>Whether a key may have signed an event, by the times of both.</summary>
internal enum KeyStanding
{
    /// <summary>It may.</summary>
    Usable,

    /// <summary>Its server had stopped using it before (<c>expired_ts</c>).</summary>
    Retired,

    /// <summary>The event is later than <c>valid_until_ts</c> of the answer at hand. A newer answer may say otherwise.</summary>
    Lapsed,

    /// <summary>The event's <c>origin_server_ts</c> is missing or no integer.</summary>
    NoTime,
}
