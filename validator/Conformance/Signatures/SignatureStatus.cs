namespace Conformance.Signatures;

/// <summary>
/// What is known of the signatures that one server owes an event, or of all together. In the order in which one outweighs another:
/// what is certainly wrong stands last.
/// </summary>
public enum SignatureStatus
{
    /// <summary>No server has to sign the event: an invitation that answers one to a third-party identifier.</summary>
    NoneRequired,

    /// <summary>Every signature by a known key is good, and there is one.</summary>
    Valid,

    /// <summary>Undetermined: the system has no library for Ed25519.</summary>
    NoLibrary,

    /// <summary>Undetermined: the server signed by algorithms that Matrix doesn't have, and by no other.</summary>
    UnknownAlgorithm,

    /// <summary>Undetermined: the server signed, but its key isn't known.</summary>
    UnknownKey,

    /// <summary>Undetermined: the event is later than <c>valid_until_ts</c> of the key that signed it, as far as the answer at hand goes.</summary>
    LapsedKey,

    /// <summary>
    /// Undetermined: there is no signature, but the event is a redacted copy of an invitation, and a redaction takes away what
    /// would tell whether one is needed.
    /// </summary>
    MissingInRedactedCopy,

    /// <summary>Undetermined: the event can't be read in full, or has no canonical form, so that it isn't known what was signed.</summary>
    NoSignedForm,

    /// <summary>Wrong: the server had stopped using the key before the event.</summary>
    ExpiredKey,

    /// <summary>Wrong: there is no signature of the server.</summary>
    Missing,

    /// <summary>Wrong: what should be a signature, or name a server or a time, is none.</summary>
    Malformed,

    /// <summary>Wrong: a signature by a known key is bad.</summary>
    Invalid,
}
