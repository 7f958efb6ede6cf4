namespace Conformance.Signatures;

/// <summary>Whether an object that isn't an event is signed by one of several keys.</summary>
public enum ObjectSignature
{
    /// <summary>A signature of it is good under one of the keys.</summary>
    Signed,

    /// <summary>No signature of it is good under any of the keys.</summary>
    NotSigned,

    /// <summary>This was not found out: there is no library for Ed25519, or there are more signatures and keys than are tried.</summary>
    NotChecked,
}
