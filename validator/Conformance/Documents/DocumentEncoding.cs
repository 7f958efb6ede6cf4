namespace Conformance.Documents;

/// <summary>The encodings that documents are read from.</summary>
public enum DocumentEncoding : byte
{
    /// <summary>RFC 8259.</summary>
    Json,

    /// <summary>RFC 8949.</summary>
    Cbor,
}
