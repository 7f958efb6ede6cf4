namespace Conformance.Signatures.Keys;

/// <summary>Whether a server signed its answer about its keys with one of these keys.</summary>
internal enum AnswerSignature
{
    /// <summary>Every signature of the server by one of its <c>verify_keys</c> is good, and there is one.</summary>
    Valid,

    /// <summary>A signature by one of its <c>verify_keys</c> is bad.</summary>
    Invalid,

    /// <summary>There is no signature of the server by one of its <c>verify_keys</c>.</summary>
    Missing,

    /// <summary>This could not be found out: there is no library for Ed25519.</summary>
    NotChecked,
}
